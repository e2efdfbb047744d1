import { TextField, type TextFieldProps } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type Line, useLine } from './useLine.tsx'

type Props = Pick<TextFieldProps, 'select' | 'children' | 'autoFocus'> &
  Line & {
    /** A key of the catalogue. */
    label: string
    type?: 'date' | 'datetime-local' | 'email'
  }

/** One line of an act. */
export function LineInput({ label, type, select, children, autoFocus, ...line }: Props) {
  const t = useTranslate()
  return (
    <TextField
      {...{ select, children, autoFocus, type }}
      {...useLine({ ...line, defaultValue: '' })}
      label={t(label)}
      // The browser's own signs for a day stand where the label would.
      slotProps={type?.startsWith('date') ? { inputLabel: { shrink: true } } : {}}
    />
  )
}
