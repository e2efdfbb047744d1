import { Box, TextField } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { sayNumber } from '../../fields/sayNumber.ts'
import { labelOf } from './spanned.ts'

const least = 20
const most = 10_000

/** The heart of the log, with how long it is and how long it has to be. */
export function JustificationInput() {
  const t = useTranslate()
  const { field, fieldState, id } = useInput({ source: 'justification' })
  const message = fieldState.error?.message
  const length = lengthOf(field.value)
  const counter =
    length < least
      ? t('resources.disclosures.help.at_least', { length, least })
      : t('resources.disclosures.help.counted', {
          length: sayNumber(length),
          most: sayNumber(most),
        })
  return (
    <TextField
      id={id}
      name="justification"
      data-field="justification"
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      label={t(labelOf('justification'))}
      multiline
      minRows={4}
      maxRows={16}
      fullWidth
      error={Boolean(message) || length > most}
      helperText={
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 4 }}>
          <span>
            {message ? <ValidationError error={message} /> : t('resources.disclosures.help.justification')}
          </span>
          <Box component="span" className="tabular" sx={{ flexShrink: 0 }}>
            {counter}
          </Box>
        </Box>
      }
      sx={{ gridColumn: '1 / -1' }}
    />
  )
}

/** As the contract counts: code points, after runs of whitespace became one. */
const lengthOf = (text: string) => [...text.trim().replace(/\s+/g, ' ')].length
