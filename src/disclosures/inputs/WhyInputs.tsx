import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useId } from 'react'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { grounds } from '../../../contract/disclosureChoices.ts'
import { isCompulsory } from '../isCompulsory.ts'
import { FormSection } from './FormSection.tsx'
import { JustificationInput } from './JustificationInput.tsx'
import { LineInput } from './LineInput.tsx'
import { labelOf } from './spanned.ts'

/** Where no process compels an answer, the policy's own condition is asked for in place. */
export function WhyInputs() {
  const legalProcess = useWatch({ name: 'legalProcess' })
  const kind = useWatch({ name: 'kind' })
  return (
    <FormSection name="why">
      <GroundInput />
      {!isCompulsory({ kind, legalProcess }) && (
        <LineInput
          source="liabilityBasis"
          multiline
          minRows={2}
          maxRows={8}
          help="resources.disclosures.help.liabilityBasis"
        />
      )}
      <JustificationInput />
    </FormSection>
  )
}

function GroundInput() {
  const t = useTranslate()
  const id = useId()
  const { field, fieldState } = useInput({ source: 'ground' })
  const message = fieldState.error?.message
  return (
    <FormControl
      component="fieldset"
      data-field="ground"
      error={Boolean(message)}
      sx={{ gridColumn: '1 / -1' }}
    >
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
        {t(labelOf('ground'))}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        name="ground"
        value={field.value}
        onChange={(_, ground) => field.onChange(ground)}
        sx={{ flexDirection: { sm: 'row' }, columnGap: 4 }}
      >
        {grounds.map((ground) => (
          <FormControlLabel
            key={ground}
            value={ground}
            label={t(`choices.ground.${ground}`)}
            control={<Radio size="small" slotProps={{ input: message ? { 'aria-invalid': true } : {} }} />}
            sx={{ minHeight: { xs: 44, sm: 32 }, '& .MuiRadio-root': { py: 1 } }}
          />
        ))}
      </RadioGroup>
      {message && (
        <FormHelperText sx={{ ml: 0 }}>
          <ValidationError error={message} />
        </FormHelperText>
      )}
    </FormControl>
  )
}
