import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { Form, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorCode } from '../../contract/errors.ts'
import type { Noun } from '../../contract/permissions.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { newKey } from '../idempotencyKey.ts'
import { problemOf } from '../problem.ts'
import { filledIn, formErrors } from './formErrors.ts'
import { KeepDraft } from './KeepDraft.tsx'
import { useAct } from './useAct.ts'

export type ActRecord = { id: string; version?: number }

type Remedies = Partial<Record<ErrorCode, { label: string; onClick: () => void }>>

export type ActDialogProps = {
  noun: Noun
  verb: string
  record: ActRecord
  /** How people name the record, for the title: a reference. */
  name: string
  /** The body as the contract promises it; checked here before anything is sent. */
  schema: z.ZodType
  /** What goes along unseen and belongs to what the person saw at opening, such as a hash. */
  along?: Record<string, unknown>
  /** False for an act that takes no version, such as a reveal. */
  versioned?: boolean
  defaults?: FieldValues
  /** The body as the form says it, where it is more than what was filled in. */
  toBody?: (values: FieldValues) => Record<string, unknown>
  /** What leaving says, where “Cancel” would be taken for the act itself. A key of the catalogue. */
  dismiss?: string
  /** Red is kept for what cannot be undone. */
  irreversible?: boolean
  /** What a refusal can be answered with besides trying again; it closes the dialog and keeps what was typed. */
  remedies?: Remedies
  /** Puts what is wrong with the body beside the fields that it was typed into. */
  toFields?: (errors: Record<string, unknown>) => Record<string, unknown>
  /** The fields. */
  children?: ReactNode
  onDone?: (answer: unknown) => void
}

type Props = ActDialogProps & {
  draft: FieldValues
  onDraft: (values: FieldValues) => void
  onClose: () => void
}

/**
 * One act, asked for in words: title, what will and will not happen, reasons, and the verb again.
 * Texts come from `acts.{noun}.{verb}`: `name`, `title`, `says`, `done`.
 */
export function ActDialog(props: Props) {
  const { noun, verb, record, name, schema, along, versioned = true, irreversible, children, onDone } = props
  const { draft, onDraft, onClose } = props
  const { toBody = filledIn, toFields = asTheyAre, dismiss = 'acts.cancel' } = props
  const t = useTranslate()
  const notify = useNotify()
  const failureText = useFailureText()
  const titleId = useId()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
  const { act, refresh, pending } = useAct({ noun, verb, id: record.id })
  const [failure, setFailure] = useState<unknown>(null)
  // What was seen at opening is what is acted on: a record that changes underneath is a conflict, not a surprise.
  const [opening] = useState(() => ({
    key: newKey(),
    // A form is filled anew, and its refusals forgotten, when what it opened with changes.
    draft,
    fixed: { ...along, ...(versioned ? { version: record.version } : {}) },
  }))
  const bodyOf = (values: FieldValues) => ({ ...toBody(values), ...opening.fixed })

  async function submit(values: FieldValues) {
    setFailure(null)
    try {
      const answer = await act(bodyOf(values), opening.key)
      onDraft({})
      onClose()
      notify(`acts.${noun}.${verb}.done`, { type: 'success', messageArgs: { name } })
      onDone?.(answer)
      return undefined
    } catch (error) {
      setFailure(error)
      return toFields(problemOf(error)?.errors ?? {})
    }
  }

  const remedies: Remedies = {
    VERSION_CONFLICT: { label: t('acts.look_again'), onClick: () => void refresh() },
    ...props.remedies,
  }
  const code = problemOf(failure)?.code
  const remedy = code && remedies[code]

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
        validate={(values) => toFields(formErrors(schema, bodyOf(values)))}
        disableInvalidFormNotification
        noValidate
      >
        <DialogTitle id={titleId} component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {t(`acts.${noun}.${verb}.title`, { name })}
        </DialogTitle>
        <DialogContent sx={{ flex: 1 }}>
          <Stack spacing={4}>
            <Typography color="textSecondary">{t(`acts.${noun}.${verb}.says`)}</Typography>
            {children}
            {failure !== null && (
              <Alert severity="error">
                {failureText(failure)}
                {remedy && (
                  <Box sx={{ mt: 2 }}>
                    <Button
                      color="inherit"
                      variant="outlined"
                      onClick={() => {
                        onClose()
                        remedy.onClick()
                      }}
                    >
                      {remedy.label}
                    </Button>
                  </Box>
                )}
              </Alert>
            )}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 5, '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } } }}>
          <Button color="secondary" onClick={onClose}>
            {t(dismiss)}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={irreversible ? 'error' : 'primary'}
            disabled={pending}
            aria-busy={pending}
          >
            {t(`acts.${noun}.${verb}.name`)}
          </Button>
        </DialogActions>
        <KeepDraft onChange={onDraft} />
      </Form>
    </Dialog>
  )
}

const asTheyAre = (errors: Record<string, unknown>) => errors
