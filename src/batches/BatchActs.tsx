import { useQueryClient } from '@tanstack/react-query'
import { useRedirect } from 'react-admin'
import { type Batch, MoveBatch, ReverseBatch } from '../../contract/batches.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { OutcomeRows } from './OutcomeRows.tsx'
import { useBatchName } from './useBatchName.ts'

/** What the reader may do to a batch now, as the server said. */
export function BatchActs({ batch }: { batch: Batch }) {
  const nameOf = useBatchName()
  const redirect = useRedirect()
  const queryClient = useQueryClient()
  const { action, expected, nextActs, state } = batch
  const common = { noun: 'batches', record: batch, name: nameOf(batch) } as const
  return (
    <>
      {nextActs.includes('approve') && (
        <ActButton {...common} verb="approve" schema={MoveBatch} variant="contained">
          <OutcomeRows action={action} {...expected} />
        </ActButton>
      )}
      {nextActs.includes('stop') && (
        <ActButton
          {...common}
          verb="stop"
          schema={MoveBatch}
          says={`acts.batches.stop.says${state === 'proposed' ? '_proposed' : ''}`}
          dismiss="acts.batches.stop.keep"
        />
      )}
      {nextActs.includes('reverse') && (
        <ActButton
          {...common}
          verb="reverse"
          schema={ReverseBatch}
          onDone={(answer) => {
            void queryClient.invalidateQueries({ queryKey: ['batches'] })
            const made = reversalIn(answer)
            if (made) redirect('show', 'batches', made)
          }}
        >
          <NoteInput source="note" label="acts.batches.reverse.note" />
        </ActButton>
      )}
    </>
  )
}

/** The batch that a reversal made, as its answer names it. */
function reversalIn(answer: unknown): string | null {
  if (answer === null || typeof answer !== 'object' || !('reversedBy' in answer)) return null
  return typeof answer.reversedBy === 'string' ? answer.reversedBy : null
}
