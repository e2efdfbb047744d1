import { Box, Checkbox, FormControlLabel, FormHelperText } from '@mui/material'
import { useId } from 'react'
import { useInput, useTranslate } from 'react-admin'
import { labelOf } from './spanned.ts'

type Props = { source: string; help?: string; on?: unknown; off?: unknown }

/** Yes or no; `on` and `off` are what the field holds then. */
export function CheckInput({ source, help, on = true, off = false }: Props) {
  const t = useTranslate()
  const helpId = useId()
  const { field } = useInput({ source, format: (value: unknown) => value, parse: (value: unknown) => value })
  return (
    <Box data-field={source} sx={{ gridColumn: '1 / -1' }}>
      <FormControlLabel
        label={t(labelOf(source))}
        control={
          <Checkbox
            size="small"
            checked={field.value === on}
            onChange={(_, isOn) => field.onChange(isOn ? on : off)}
            onBlur={() => field.onBlur()}
            slotProps={{ input: { ref: field.ref, ...(help ? { 'aria-describedby': helpId } : {}) } }}
          />
        }
      />
      {help && (
        <FormHelperText id={helpId} sx={{ mt: 0, ml: 7 }}>
          {t(help)}
        </FormHelperText>
      )}
    </Box>
  )
}
