import { useInput, useTranslate, ValidationError } from 'react-admin'

export type Line = {
  source: string
  /** A key of the catalogue. */
  help?: string
  /** What was typed, in words; stands in the place of the help. */
  said?: string | null
  format?: (value: string | null) => string
  parse?: (typed: string) => string | null
}

/** A line of a form: what was typed, and under it the server's sentence when that is not right. */
export function useLine({ source, help, said, ...how }: Line & { defaultValue?: string }) {
  const t = useTranslate()
  const { field, fieldState, id } = useInput({ source, ...how })
  const message = fieldState.error?.message
  return {
    id,
    name: source,
    value: field.value ?? '',
    onChange: field.onChange,
    onBlur: field.onBlur,
    inputRef: field.ref,
    autoComplete: 'off',
    fullWidth: true,
    error: Boolean(message),
    helperText: message ? <ValidationError error={message} /> : (said ?? (help && t(help))),
  }
}
