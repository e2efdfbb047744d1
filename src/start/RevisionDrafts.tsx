import { useTranslate } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { Lines } from './Lines.tsx'
import { WaitingCard } from './WaitingCard.tsx'

export function RevisionDrafts() {
  const t = useTranslate()
  return (
    <WaitingCard<RevisionRow>
      noun="revisions"
      title={t('start.revisions')}
      none={t('start.revisions_none')}
      filter={{ state: 'draft' }}
      sort={{ field: 'updatedAt', order: 'DESC' }}
    >
      {(rows) => (
        <Lines
          lines={rows.map(({ id, changeSummary, createdBy, updatedAt, state }) => ({
            id,
            to: `/revisions/${id}`,
            name: changeSummary ?? t('states.revision.draft'),
            what: <bdi>{createdBy?.name ?? ''}</bdi>,
            end: (
              <>
                <InstantField value={updatedAt} inRow />
                <StateChip kind="revision" state={state} />
              </>
            ),
          }))}
        />
      )}
    </WaitingCard>
  )
}
