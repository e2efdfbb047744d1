import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material'
import { useId } from 'react'
import { useInput, useTranslate } from 'react-admin'
import { InstantInput } from '../../acts/InstantInput.tsx'
import { LineInput } from '../../acts/LineInput.tsx'
import { DeviationTextInput } from '../../deviations/DeviationTextInput.tsx'

/** From the posting on, or later and then with the notice that says so to everybody. */
export function EffectInputs({ language }: { language: string }) {
  const t = useTranslate()
  const id = useId()
  const { field } = useInput({ source: 'effect', defaultValue: 'now' })
  const base = 'resources.revisions.effect'
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
        {t(`${base}.name`)}
      </FormLabel>
      <RadioGroup aria-labelledby={id} name="effect" value={field.value} onChange={field.onChange}>
        <FormControlLabel value="now" control={<Radio size="small" />} label={t(`${base}.now`)} />
        <FormControlLabel value="later" control={<Radio size="small" />} label={t(`${base}.later`)} />
      </RadioGroup>
      {field.value === 'later' && (
        <Stack spacing={4} sx={{ mt: 2 }}>
          <Typography color="textSecondary">{t(`${base}.says`)}</Typography>
          <InstantInput source="effectiveAt" label={`${base}.at`} />
          <LineInput
            source="deviation.appliesTo"
            label={`${base}.applies_to`}
            help={`${base}.applies_to_help`}
          />
          <DeviationTextInput source="deviation.text" label={`${base}.text`} language={language} />
        </Stack>
      )}
    </FormControl>
  )
}
