import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, useRedirect, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { type Batch, type BatchAction, changeOf, type DryRun } from '../../contract/batches.ts'
import { deactivationReasons } from '../../contract/purchases.ts'
import { FormDialog } from '../acts/FormDialog.tsx'
import { filledIn } from '../acts/formErrors.ts'
import { NoteInput } from '../acts/NoteInput.tsx'
import { ReasonInput } from '../acts/ReasonInput.tsx'
import { useSending } from '../acts/useSending.ts'
import { withStatement } from '../acts/withStatement.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { sayNumber } from '../fields/sayNumber.ts'
import { newKey } from '../idempotencyKey.ts'
import { DryRunPreview } from './DryRunPreview.tsx'
import { type Selection, scopeOf } from './selection.ts'

type Props = {
  action: BatchAction
  selection: Selection
  draft: FieldValues
  onDraft: (values: FieldValues) => void
  onClose: () => void
}

/** Many purchases at once: why, what will happen to each, and only then the verb, with how many it changes. */
export function BatchDialog({ action, selection, draft, onDraft, onClose }: Props) {
  const t = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const provider = useDataProvider<StewardProvider>()
  const queryClient = useQueryClient()
  // What was selected at opening is what is looked at and worked on, whatever the list behind it does.
  const [opening] = useState(() => ({ draft, scope: scopeOf(selection) }))
  const [looked, setLooked] = useState<DryRun | null>(null)
  const [key, setKey] = useState(newKey)
  const changes = looked?.counts[changeOf[action]] ?? 0

  const sending = useSending(async (values) => {
    if (!looked || changes === 0) return
    const data = withStatement(values, { action, ...filledIn(values), dryRunId: looked.dryRunId })
    const { data: batch } = await provider.create<Batch>('batches', { data, meta: { idempotencyKey: key } })
    void queryClient.invalidateQueries({ queryKey: ['batches'] })
    onDraft({})
    onClose()
    selection.clear()
    notify(`acts.batches.dialog.${looked.needsApproval ? 'proposed' : 'started'}`, { type: 'success' })
    redirect('show', 'batches', batch.id)
  })

  function look(dryRun: DryRun | null) {
    if (dryRun?.id === looked?.id) return
    setLooked(dryRun)
    sending.forget()
    setKey(newKey())
  }

  return (
    <FormDialog
      title={t(`acts.batches.dialog.title.${action}`)}
      says={t(`acts.batches.dialog.says.${action}`)}
      confirm={
        looked && changes > 0
          ? t(`acts.batches.dialog.${looked.needsApproval ? 'propose' : 'run'}.${action}`, {
              smart_count: changes,
              total: sayNumber(changes),
            })
          : t(`acts.batches.dialog.wait.${action}`)
      }
      disabled={changes === 0}
      defaults={opening.draft}
      sending={sending}
      onDraft={onDraft}
      onClose={onClose}
    >
      {action === 'deactivate' && (
        <ReasonInput source="reason" choices={deactivationReasons} catalogue="deactivationReason" />
      )}
      <NoteInput
        source="note"
        minRows={2}
        label={`acts.batches.dialog.note.${action}`}
        {...(action === 'deactivate' ? { help: 'acts.batches.dialog.note_help' } : {})}
      />
      <DryRunPreview action={action} scope={opening.scope} onLooked={look} stale={sending.failure !== null} />
    </FormDialog>
  )
}
