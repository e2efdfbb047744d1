import { TextField, type TextFieldProps } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type Line, useLine } from '../../acts/useLine.tsx'
import { labelOf, spanned } from './spanned.ts'

type Look = Pick<TextFieldProps, 'type' | 'multiline' | 'minRows' | 'maxRows' | 'select' | 'children'>
type Props = Line & Look & { span?: number; autoFocus?: boolean }

/** A field of the form, by the name that its source has. */
export function LineInput({ span = 6, autoFocus = false, ...props }: Props) {
  const { type, multiline, minRows, maxRows, select, children, ...line } = props
  const t = useTranslate()
  const isDated = type === 'date' || type === 'datetime-local'
  return (
    <TextField
      {...{ type, multiline, minRows, maxRows, select, children, autoFocus }}
      {...useLine(line)}
      data-field={line.source}
      label={t(labelOf(line.source))}
      slotProps={{
        ...(isDated ? { inputLabel: { shrink: true } } : {}),
        formHelperText: { component: 'div' },
      }}
      sx={spanned(span)}
    />
  )
}
