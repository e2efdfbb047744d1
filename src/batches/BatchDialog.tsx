import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Form, useDataProvider, useNotify, useRedirect, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { type Batch, type BatchAction, changeOf, type DryRun } from '../../contract/batches.ts'
import { deactivationReasons } from '../../contract/purchases.ts'
import { filledIn } from '../acts/formErrors.ts'
import { KeepDraft } from '../acts/KeepDraft.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { ReasonInput } from '../acts/ReasonInput.tsx'
import type { StewardProvider } from '../dataProvider.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { newKey } from '../idempotencyKey.ts'
import { problemOf } from '../problem.ts'
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
  const failureText = useFailureText()
  const provider = useDataProvider<StewardProvider>()
  const queryClient = useQueryClient()
  const titleId = useId()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
  // What was selected at opening is what is looked at and worked on, whatever the list behind it does.
  const [opening] = useState(() => ({ draft, scope: scopeOf(selection) }))
  const [looked, setLooked] = useState<DryRun | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const [key, setKey] = useState(newKey)
  const changes = looked?.counts[changeOf[action]] ?? 0

  function look(dryRun: DryRun | null) {
    if (dryRun?.id === looked?.id) return
    setLooked(dryRun)
    setFailure(null)
    setKey(newKey())
  }

  async function submit(values: FieldValues) {
    if (!looked || changes === 0) return undefined
    setFailure(null)
    setPending(true)
    try {
      const data = { action, ...filledIn(values), dryRunId: looked.dryRunId }
      const { data: batch } = await provider.create<Batch>('batches', { data, meta: { idempotencyKey: key } })
      void queryClient.invalidateQueries({ queryKey: ['batches'] })
      onDraft({})
      onClose()
      selection.clear()
      notify(`acts.batches.dialog.${looked.needsApproval ? 'proposed' : 'started'}`, { type: 'success' })
      redirect('show', 'batches', batch.id)
      return undefined
    } catch (error) {
      setFailure(error)
      return problemOf(error)?.errors
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={fillsScreen}
      aria-labelledby={titleId}
      slotProps={{
        paper: { sx: { '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 } } },
      }}
    >
      <Form
        record={{}}
        defaultValues={opening.draft}
        onSubmit={submit}
        disableInvalidFormNotification
        noValidate
      >
        <DialogTitle id={titleId} component="h2">
          {t(`acts.batches.dialog.title.${action}`)}
        </DialogTitle>
        <DialogContent sx={{ flex: 1 }}>
          <Stack spacing={4}>
            <Typography color="textSecondary">{t(`acts.batches.dialog.says.${action}`)}</Typography>
            {action === 'deactivate' && (
              <ReasonInput source="reason" choices={deactivationReasons} catalogue="deactivationReason" />
            )}
            <NoteInput
              source="note"
              minRows={2}
              label={`acts.batches.dialog.note.${action}`}
              {...(action === 'deactivate' ? { help: 'acts.batches.dialog.note_help' } : {})}
            />
            <DryRunPreview action={action} scope={opening.scope} onLooked={look} stale={failure !== null} />
            {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 5, '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } } }}>
          <Button color="secondary" onClick={onClose}>
            {t('acts.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={isPending || changes === 0}
            aria-busy={isPending}
          >
            {looked && changes > 0
              ? t(`acts.batches.dialog.${looked.needsApproval ? 'propose' : 'run'}.${action}`, {
                  smart_count: changes,
                  total: changes.toLocaleString(),
                })
              : t(`acts.batches.dialog.wait.${action}`)}
          </Button>
        </DialogActions>
        <KeepDraft onChange={onDraft} />
      </Form>
    </Dialog>
  )
}
