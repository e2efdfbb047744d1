import { useTranslate } from 'react-admin'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { Lines } from './Lines.tsx'
import { WaitingCard } from './WaitingCard.tsx'

const soonest = { field: 'dueAt', order: 'ASC' } as const

/** Requests that this person can move, then those due next, then drafts. */
export function DisclosuresWaiting() {
  const t = useTranslate()
  return (
    <>
      <WaitingCard<DisclosureRow>
        noun="disclosures"
        title={t('start.approvals')}
        none={t('start.approvals_none')}
        filter={{ waitingForMe: true }}
        sort={soonest}
      >
        {(rows) => <DisclosureLines rows={rows} />}
      </WaitingCard>
      <WaitingCard<DisclosureRow>
        noun="disclosures"
        title={t('start.due')}
        none={t('start.due_none')}
        filter={{ state: ['logged', 'in_review', 'awaiting_approval'] }}
        sort={soonest}
      >
        {(rows) => <DisclosureLines rows={rows} />}
      </WaitingCard>
      <WaitingCard<DisclosureRow>
        noun="disclosures"
        title={t('start.my_drafts')}
        none={t('start.my_drafts_none')}
        filter={{ state: 'draft' }}
        sort={{ field: 'createdAt', order: 'DESC' }}
      >
        {(rows) => <DisclosureLines rows={rows} />}
      </WaitingCard>
    </>
  )
}

function DisclosureLines({ rows }: { rows: DisclosureRow[] }) {
  const t = useTranslate()
  const lines = rows.map(({ id, reference, state, agencyName, secrecyOrdered, dueAt }) => ({
    id,
    to: `/disclosures/${id}/show`,
    name: reference ?? t('states.disclosure.draft'),
    what: <bdi>{agencyName ?? t('fields.nothing')}</bdi>,
    end: (
      <>
        {secrecyOrdered && <StateChip kind="secrecy" state="ordered" />}
        {dueAt && <InstantField value={dueAt} inRow />}
        <StateChip kind="disclosure" state={state} />
      </>
    ),
  }))
  return <Lines lines={lines} />
}
