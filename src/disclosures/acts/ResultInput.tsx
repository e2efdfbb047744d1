import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useId } from 'react'
import { useInput, useTranslate } from 'react-admin'

/** Confirmed or not: a failed attempt is a result too, and stays on record. */
export function ResultInput() {
  const t = useTranslate()
  const id = useId()
  const { field } = useInput({ source: 'result' })
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
        {t('acts.disclosures.verify.result')}
      </FormLabel>
      <RadioGroup
        row
        aria-labelledby={id}
        name="result"
        value={field.value}
        onChange={(_, result) => field.onChange(result)}
      >
        {(['verified', 'failed'] as const).map((result) => (
          <FormControlLabel
            key={result}
            value={result}
            control={<Radio size="small" />}
            label={t(`choices.verificationResult.${result}`)}
            sx={{ minHeight: { xs: 44, sm: 32 }, mr: 6 }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
