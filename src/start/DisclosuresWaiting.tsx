import { useTranslate } from 'react-admin'
import { undecidedStates } from '../../contract/disclosureChoices.ts'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import { DueText } from '../disclosures/DueText.tsx'
import { useRequestName } from '../disclosures/useRequestName.ts'
import { StateChip } from '../fields/StateChip.tsx'
import { Lines } from './Lines.tsx'
import { WaitingCard } from './WaitingCard.tsx'

const soonest = { field: 'dueAt', order: 'ASC' } as const
const cards = [
  { name: 'approvals', filter: { waitingForMe: true }, sort: soonest },
  { name: 'due', filter: { state: undecidedStates }, sort: soonest },
  { name: 'my_drafts', filter: { state: 'draft' }, sort: { field: 'createdAt', order: 'DESC' } },
] as const

/** Requests that this person can move, then those due next, then drafts. */
export function DisclosuresWaiting() {
  const t = useTranslate()
  return cards.map(({ name, filter, sort }) => (
    <WaitingCard<DisclosureRow>
      key={name}
      noun="disclosures"
      title={t(`start.${name}`)}
      none={t(`start.${name}_none`)}
      filter={filter}
      sort={sort}
    >
      {(rows) => <DisclosureLines rows={rows} />}
    </WaitingCard>
  ))
}

function DisclosureLines({ rows }: { rows: DisclosureRow[] }) {
  const t = useTranslate()
  const nameOf = useRequestName()
  const lines = rows.map((row) => ({
    id: row.id,
    to: `/disclosures/${row.id}/show`,
    name: nameOf(row),
    what: <bdi>{row.agencyName ?? t('start.no_agency')}</bdi>,
    end: (
      <>
        {row.secrecyOrdered && <StateChip kind="secrecy" state="ordered" />}
        {row.dueAt && <DueText dueAt={row.dueAt} state={row.state} inRow short />}
        <StateChip kind="disclosure" state={row.state} />
      </>
    ),
  }))
  return <Lines lines={lines} />
}
