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
import { type ReactNode, useId } from 'react'
import { Form, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { KeepDraft } from '../acts/KeepDraft.tsx'
import { useFailureText } from '../errors/useFailureText.ts'

type Props = {
  id?: string
  title: string
  says?: string
  confirm: string
  defaults: FieldValues
  check: (values: FieldValues) => Record<string, unknown>
  submit: (values: FieldValues) => Promise<object | undefined>
  failure: unknown
  pending: boolean
  children: ReactNode
  /** Beside the buttons, at the left. */
  aside?: ReactNode
  onDraft: (values: FieldValues) => void
  onClose: () => void
}

/** A form over the page it is about. Nothing closes it but its typist, and closing it loses nothing. */
export function FormDialog({ id, title, says, confirm, defaults, check, submit, ...rest }: Props) {
  const { failure, pending, children, aside, onDraft, onClose } = rest
  const t = useTranslate()
  const failureText = useFailureText()
  const titleId = useId()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
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
        {...(id ? { id } : {})}
        record={{}}
        defaultValues={defaults}
        validate={check}
        onSubmit={submit}
        disableInvalidFormNotification
        noValidate
      >
        <DialogTitle id={titleId} component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent sx={{ flex: 1 }}>
          <Stack spacing={4} sx={{ pt: 1 }}>
            {says && <Typography color="textSecondary">{says}</Typography>}
            {children}
            {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
          </Stack>
        </DialogContent>
        <DialogActions
          sx={{ px: 6, pb: 5, flexWrap: 'wrap', '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } } }}
        >
          {aside}
          <Button color="secondary" onClick={onClose}>
            {t('acts.cancel')}
          </Button>
          <Button type="submit" variant="contained" aria-busy={pending}>
            {confirm}
          </Button>
        </DialogActions>
        <KeepDraft onChange={onDraft} />
      </Form>
    </Dialog>
  )
}
