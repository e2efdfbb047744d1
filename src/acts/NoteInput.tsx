import { TextField } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'

type Props = { source: string; label?: string; help?: string; minRows?: number }

/** Words of a person's own. `label` and `help` are keys of the catalogue. */
export function NoteInput({ source, label = 'acts.note', help, minRows = 3 }: Props) {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source, defaultValue: '' })
  // On the text area alone: the box around it cannot take the focus after a refusal.
  const { ref, ...rest } = field
  const message = fieldState.error?.message
  return (
    <TextField
      {...rest}
      value={field.value ?? ''}
      inputRef={ref}
      label={t(label)}
      multiline
      minRows={minRows}
      maxRows={12}
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : help ? t(help) : undefined}
    />
  )
}
