import { TextField, type TextFieldProps } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { labelOf, spanned } from './spanned.ts'

type Props = Pick<TextFieldProps, 'type' | 'multiline' | 'minRows' | 'maxRows' | 'select' | 'children'> & {
  source: string
  span?: number
  /** A key of the catalogue. */
  help?: string
  /** What was typed, in words; stands in the place of the help. */
  said?: string
  autoFocus?: boolean
  format?: (value: string | null) => string
  parse?: (typed: string) => string | null
}

/** A field of the form: its name, what was typed, and the server's sentence under it when that is not right. */
export function LineInput({
  source,
  span = 6,
  help,
  said,
  format,
  parse,
  type,
  autoFocus = false,
  ...rest
}: Props) {
  const t = useTranslate()
  const { field, fieldState, id } = useInput({
    source,
    ...(format ? { format } : {}),
    ...(parse ? { parse } : {}),
  })
  const message = fieldState.error?.message
  const isDated = type === 'date' || type === 'datetime-local'
  return (
    <TextField
      {...rest}
      id={id}
      name={source}
      data-field={source}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      type={type}
      label={t(labelOf(source))}
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : (said ?? (help && t(help)))}
      slotProps={{
        ...(isDated ? { inputLabel: { shrink: true } } : {}),
        formHelperText: { component: 'div' },
      }}
      sx={spanned(span)}
    />
  )
}
