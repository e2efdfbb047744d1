import { ReferenceField, TextField, useTranslate } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { addressOf } from '../revisions/addresses.ts'
import { Lines } from './Lines.tsx'
import { WaitingCard } from './WaitingCard.tsx'

/** Drafts of the policies that this person can move on: to approve, to publish, or to correct after a return. */
export function RevisionDrafts() {
  const t = useTranslate()
  const lineOf = (row: RevisionRow) => ({
    id: row.id,
    to: addressOf(row),
    name: row.changeSummary ?? t('start.draft_by', { name: row.createdBy?.name ?? t('events.actors.staff') }),
    what: (
      <ReferenceField record={row} source="policyId" reference="policies" link={false}>
        <TextField source="title" />
      </ReferenceField>
    ),
    end: (
      <>
        <InstantField value={row.updatedAt} inRow />
        <StateChip kind="revision" state={row.state} />
      </>
    ),
  })
  return (
    <WaitingCard<RevisionRow>
      noun="revisions"
      title={t('start.revisions')}
      none={t('start.revisions_none')}
      filter={{ waitingForMe: true }}
      sort={{ field: 'updatedAt', order: 'DESC' }}
    >
      {(rows) => <Lines lines={rows.map(lineOf)} />}
    </WaitingCard>
  )
}
