import { useTranslate } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'
import { InstantField } from '../fields/InstantField.tsx'

type Props = {
  revision: Pick<RevisionRow, 'state' | 'coming' | 'effectiveAt' | 'supersededAt' | 'createdBy' | 'updatedAt'>
  inRow?: boolean
}

/** From when to when it bound; of a draft, who has it and since when it stands like this. */
export function PostedWhen({ revision, inRow = false }: Props) {
  const t = useTranslate()
  const { state, coming, effectiveAt, supersededAt, createdBy, updatedAt } = revision
  if (state !== 'published') {
    return (
      <>
        {createdBy && <bdi>{createdBy.name} · </bdi>}
        <InstantField value={updatedAt} inRow={inRow} />
      </>
    )
  }
  const from = <InstantField value={effectiveAt} inRow={inRow} />
  if (effectiveAt && supersededAt && supersededAt <= effectiveAt) {
    return <>{t('resources.revisions.review.never_in_effect')}</>
  }
  if (coming) {
    return (
      <>
        {t('resources.revisions.review.takes_effect')} {from}
      </>
    )
  }
  if (supersededAt === null) {
    return (
      <>
        {t('resources.revisions.since')} {from}
      </>
    )
  }
  return (
    <>
      {from} – <InstantField value={supersededAt} inRow={inRow} />
    </>
  )
}
