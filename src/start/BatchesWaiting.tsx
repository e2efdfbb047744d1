import { useTranslate } from 'react-admin'
import type { BatchRow } from '../../contract/batches.ts'
import { useBatchName } from '../batches/useBatchName.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { Lines } from './Lines.tsx'
import { WaitingCard } from './WaitingCard.tsx'

/** Work on many purchases that customer service proposed and a manager has to approve. */
export function BatchesWaiting() {
  const t = useTranslate()
  const nameOf = useBatchName()
  const lineOf = (batch: BatchRow) => ({
    id: batch.id,
    to: `/batches/${batch.id}/show`,
    name: nameOf(batch),
    what: (
      <>
        <bdi>{batch.proposedBy.name}</bdi>
        {batch.reason && ` · ${t(`choices.deactivationReason.${batch.reason}`)}`}
      </>
    ),
    end: (
      <>
        <InstantField value={batch.proposedAt} inRow />
        <StateChip kind="batch" state="proposed" />
      </>
    ),
  })
  return (
    <WaitingCard<BatchRow>
      noun="batches"
      title={t('start.batches')}
      none={t('start.batches_none')}
      filter={{ state: 'proposed' }}
      sort={{ field: 'proposedAt', order: 'ASC' }}
    >
      {(rows) => <Lines lines={rows.map(lineOf)} />}
    </WaitingCard>
  )
}
