import { useTranslate } from 'react-admin'
import { sayShortly } from '../fields/sayInstant.ts'
import { useColleagues } from './useColleagues.ts'

const catalogues: Record<string, string> = {
  kind: 'disclosureKind',
  channel: 'channel',
  legalProcess: 'legalProcess',
  ground: 'ground',
  categories: 'category',
  handlingLevel: 'handlingLevel',
}
const instants = new Set(['receivedAt', 'dueAt'])

/** A field's value in a few words, whatever it holds, to lay two versions side by side. */
export function useValueWords() {
  const t = useTranslate()
  const colleagues = useColleagues()
  return function say(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return t('fields.nothing')
    if (Array.isArray(value)) {
      if (field === 'subjects')
        return t('resources.disclosures.subjects.count', { smart_count: value.length })
      return value.length === 0 ? t('fields.nothing') : value.map((each) => say(field, each)).join(', ')
    }
    if (typeof value === 'object') {
      return Object.values(value)
        .filter((inner) => inner !== null && inner !== '')
        .map((inner) => say('', inner))
        .join(', ')
    }
    if (typeof value === 'boolean') return t(`choices.said.${value}`)
    const text = String(value)
    if (instants.has(field)) return sayShortly(new Date(text))
    if (field === 'visibleTo') return colleagues.find(({ id }) => id === text)?.name ?? text
    const catalogue = catalogues[field]
    return catalogue ? t(`choices.${catalogue}.${text}`, { _: text }) : text
  }
}
