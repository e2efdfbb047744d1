import { useTranslate } from 'react-admin'
import { formatLocale } from '../i18n/formatLocale.ts'

/** A request is called by its reference; a draft has none yet. */
export function useRequestName() {
  const t = useTranslate()
  return ({ reference, createdAt }: { reference: string | null; createdAt: string }) => {
    const day = new Date(createdAt).toLocaleDateString(formatLocale, { day: 'numeric', month: 'short' })
    return reference ?? t('resources.disclosures.draft_of', { day })
  }
}
