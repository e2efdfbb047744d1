import { useTranslate } from 'react-admin'

/** A revision is called by its number; a draft has none yet. */
export function useRevisionName() {
  const t = useTranslate()
  return ({ number }: { number: number | null }) =>
    number === null ? t('resources.revisions.draft') : t('resources.revisions.numbered', { number })
}
