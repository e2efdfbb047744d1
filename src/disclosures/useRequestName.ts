import { useTranslate } from 'react-admin'

/** A request is called by its reference; a draft has none yet. */
export function useRequestName() {
  const t = useTranslate()
  return ({ reference, createdAt }: { reference: string | null; createdAt: string }) => {
    const day = new Date(createdAt).toLocaleDateString(undefined, { day: 'numeric', month: 'short' })
    return reference ?? t('resources.disclosures.draft_of', { day })
  }
}
