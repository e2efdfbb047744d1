import { useTranslate } from 'react-admin'
import { sayNumber } from '../fields/sayNumber.ts'

/** What a value of a setting is called where its history is told. */
export function useValueWords() {
  const t = useTranslate()
  return (field: string, value: string | number | boolean | null): string => {
    if (value === null) return t('fields.nothing')
    if (typeof value === 'boolean') return t(`choices.said.${value}`)
    if (field.endsWith('.requirement')) return t(`choices.requirement.${value}`)
    return typeof value === 'number' ? sayNumber(value) : value
  }
}
