import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Stack,
  TextField,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Form, useDataProvider, useInput, useNotify, useTranslate, ValidationError } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { CreateView, EditView, type View, type ViewNoun } from '../../contract/views.ts'
import { formErrors } from '../acts/formErrors.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { newKey } from '../idempotencyKey.ts'
import { useSearchTerm } from '../lists/useSearchTerm.ts'
import type { Standing } from '../lists/views/standing.ts'
import { problemOf } from '../problem.ts'
import { useMay } from '../session/useMay.ts'

type Props = { noun: ViewNoun; onClose: () => void; onSaved?: (id: string) => void } & (
  | { standing: Standing; view?: undefined }
  | { standing?: undefined; view: View }
)

/** A name for the list as it stands, or another one for a view that is there. */
export function NameDialog({ noun, standing, view, onClose, onSaved }: Props) {
  const t = useTranslate()
  const may = useMay()
  const notify = useNotify()
  const provider = useDataProvider()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const titleId = useId()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
  const [term] = useSearchTerm(noun)
  const [key] = useState(newKey)
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const words = view ? 'views.renaming' : 'views.saving'
  const bodyOf = ({ name, shared }: FieldValues) =>
    view ? { version: view.version, name } : { noun, ...standing, name, shared: shared === true }

  async function submit(values: FieldValues) {
    setFailure(null)
    setPending(true)
    try {
      if (view)
        await provider.update('views', { id: view.id, data: { name: values.name }, previousData: view })
      else {
        const { data } = await provider.create('views', {
          data: bodyOf(values),
          meta: { idempotencyKey: key },
        })
        onSaved?.(data.id)
      }
      await queryClient.invalidateQueries({ queryKey: ['views'] })
      onClose()
      notify(`${words}.done`, { type: 'success', messageArgs: { name: values.name } })
      return undefined
    } catch (error) {
      setFailure(error)
      return problemOf(error)?.errors
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" fullScreen={fillsScreen} aria-labelledby={titleId}>
      <Form
        record={{}}
        defaultValues={{ name: view?.name ?? '', shared: false }}
        onSubmit={submit}
        validate={(values) => formErrors(view ? EditView : CreateView, bodyOf(values))}
        disableInvalidFormNotification
        noValidate
      >
        <DialogTitle id={titleId} component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {t(`${words}.title`, { name: view?.name })}
        </DialogTitle>
        <DialogContent>
          <Stack spacing={4}>
            <Typography color="textSecondary">{t(`${words}.says`)}</Typography>
            <NameInput />
            {!view && may('views', 'share') && <SharedInput />}
            {!view && term !== '' && <Alert severity="info">{t('views.without_search')}</Alert>}
            {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 5, '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } } }}>
          <Button color="secondary" onClick={onClose}>
            {t('acts.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={isPending} aria-busy={isPending}>
            {t(`${words}.do`)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function NameInput() {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source: 'name', defaultValue: '' })
  const { ref, ...rest } = field
  const message = fieldState.error?.message
  return (
    <TextField
      {...rest}
      inputRef={ref}
      label={t('resources.views.fields.name')}
      autoFocus
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : undefined}
      sx={{ mt: 1 }}
    />
  )
}

function SharedInput() {
  const t = useTranslate()
  const { field } = useInput({
    source: 'shared',
    format: (value: unknown) => value,
    parse: (value: unknown) => value,
  })
  return (
    <FormControlLabel
      label={t('views.share_it')}
      control={
        <Checkbox
          size="small"
          checked={field.value === true}
          onChange={(_, isOn) => field.onChange(isOn)}
          slotProps={{ input: { ref: field.ref } }}
        />
      }
    />
  )
}
