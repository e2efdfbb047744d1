import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useId } from 'react'
import { useInput, useTranslate } from 'react-admin'
import { draftedKinds } from '../../contract/deviations.ts'
import { InstantInput } from '../acts/InstantInput.tsx'
import { LineInput } from '../acts/LineInput.tsx'
import { DeviationTextInput } from './DeviationTextInput.tsx'

const fields = 'resources.deviations.fields'
const ends = ['at', 'further_notice'] as const

/** What is done otherwise, for whom, and from when to when. */
export function DeviationInputs({ language }: { language: string }) {
  const { field } = useInput({ source: 'until', defaultValue: 'at' })
  return (
    <>
      <Choice
        source="kind"
        label={`${fields}.kind`}
        choices={draftedKinds}
        words="resources.deviations.kinds"
      />
      <LineInput
        source="appliesTo"
        label={`${fields}.appliesTo`}
        help="resources.deviations.applies_to_help"
      />
      <DeviationTextInput source="text" label={`${fields}.text`} language={language} />
      <InstantInput source="startsAt" label={`${fields}.startsAt`} help="resources.deviations.starts_help" />
      <Choice source="until" label={`${fields}.until`} choices={ends} words="resources.deviations.until" />
      {field.value === 'at' ? (
        <InstantInput source="endsAt" label={`${fields}.endsAt`} />
      ) : (
        <LineInput
          source="reviewOn"
          label={`${fields}.reviewOn`}
          help="resources.deviations.review_help"
          type="date"
        />
      )}
    </>
  )
}

type ChoiceProps = { source: string; label: string; choices: readonly string[]; words: string }

function Choice({ source, label, choices, words }: ChoiceProps) {
  const t = useTranslate()
  const id = useId()
  const { field } = useInput({ source, defaultValue: choices[0] })
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
        {t(label)}
      </FormLabel>
      <RadioGroup row aria-labelledby={id} name={source} value={field.value} onChange={field.onChange}>
        {choices.map((choice) => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio size="small" />}
            label={t(`${words}.${choice}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
