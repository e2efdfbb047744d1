import { TextField, type TextFieldProps } from '@mui/material'
import type { ReactNode } from 'react'
import { useInput, ValidationError } from 'react-admin'
import { useFieldName } from '../useFieldName.ts'

type Props = Pick<TextFieldProps, 'select' | 'children' | 'autoFocus'> & {
  noun: string
  source: string
  /** In words. */
  help?: ReactNode
  wide?: boolean
  /** The id of words that stand elsewhere and are said of this field too. */
  describedBy?: string
}

const asTyped = (typed: string) => typed

/** A field with its name, and the server's sentence under it when something is not right. */
export function TextLine({ noun, source, help, wide = false, describedBy, ...rest }: Props) {
  const nameOf = useFieldName(noun)
  const { field, fieldState, id } = useInput({ source, parse: asTyped })
  const { ref, ...bound } = field
  const message = fieldState.error?.message
  return (
    <TextField
      {...rest}
      {...bound}
      id={id}
      value={field.value ?? ''}
      inputRef={ref}
      label={nameOf(source)}
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : help}
      slotProps={{
        htmlInput: {
          dir: rest.select ? undefined : 'auto',
          ...(describedBy && !message ? { 'aria-describedby': describedBy } : {}),
        },
      }}
      {...(wide ? { sx: { gridColumn: '1 / -1' } } : {})}
    />
  )
}
