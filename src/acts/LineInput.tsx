import { TextField, type TextFieldProps } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'

type Props = Pick<TextFieldProps, 'select' | 'children' | 'autoFocus'> & {
  source: string
  /** `label` and `help` are keys of the catalogue. */
  label: string
  help?: string
  /** What was typed, in words. */
  said?: string | null
  type?: 'date' | 'datetime-local' | 'email'
  format?: (value: string | null) => string
  parse?: (typed: string) => string | null
}

/** One line of an act: what was typed, and under it the server's sentence when that is not right. */
export function LineInput({ source, label, help, said, type, format, parse, ...rest }: Props) {
  const t = useTranslate()
  const { field, fieldState, id } = useInput({
    source,
    defaultValue: '',
    ...(format ? { format } : {}),
    ...(parse ? { parse } : {}),
  })
  const message = fieldState.error?.message
  return (
    <TextField
      {...rest}
      id={id}
      name={source}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      type={type}
      label={t(label)}
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : (said ?? (help && t(help)))}
      // The browser's own signs for a day stand where the label would.
      slotProps={type?.startsWith('date') ? { inputLabel: { shrink: true } } : {}}
    />
  )
}
