import { Box, TextField, type TextFieldProps } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useTranslate } from 'react-admin'
import { sayNumber } from '../fields/sayNumber.ts'
import { lengthOf } from './lengthOf.ts'

const least = 20
const most = 2000

type Props = Pick<TextFieldProps, 'onBlur' | 'inputRef' | 'autoFocus' | 'name'> & {
  value: string
  onChange: (value: string) => void
  message?: ReactNode
  help: string
}

/** What changed, in the words that the public reads, with how long it is and how long it has to be. */
export function SummaryField({ value, onChange, message, help, ...rest }: Props) {
  const t = useTranslate()
  const id = useId()
  const length = lengthOf(value)
  const counted =
    length > 0 && length < least
      ? t('resources.revisions.summary_short', { length, least })
      : t('resources.revisions.summary_counted', {
          length: sayNumber(length),
          most: sayNumber(most),
        })
  return (
    <TextField
      {...rest}
      id={id}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      label={t('resources.revisions.summary')}
      multiline
      minRows={3}
      maxRows={12}
      fullWidth
      error={Boolean(message) || length > most}
      helperText={
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 4 }}>
          <span>{message || help}</span>
          <Box component="span" className="tabular" sx={{ flexShrink: 0 }}>
            {counted}
          </Box>
        </Box>
      }
    />
  )
}
