import { Checkbox, FormControlLabel, FormGroup } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ChoiceCount } from './ChoiceCount.tsx'
import { FilterChip } from './FilterChip.tsx'
import { asList, useFilter } from './useFilter.ts'

type Props = {
  source: string
  label: string
  choices: readonly string[]
  /** The catalogue's word for a choice. */
  word: (choice: string) => string
}

/** Any of several values of one field. */
export function ChoiceFilter({ source, label, choices, word }: Props) {
  const t = useTranslate()
  const { values, set } = useFilter()
  const chosen = asList(values[source])

  function toggle(choice: string, isOn: boolean) {
    const next = choices.filter((each) => (each === choice ? isOn : chosen.includes(each)))
    set({ [source]: next.length === 0 ? null : next })
  }

  return (
    <FilterChip
      label={t(label)}
      value={chosen.length === 0 ? null : chosen.map((choice) => t(word(choice))).join(', ')}
      onClear={() => set({ [source]: null })}
    >
      {() => (
        <FormGroup sx={{ px: 4, py: 2 }}>
          {choices.map((choice, index) => (
            <FormControlLabel
              key={choice}
              label={
                <>
                  {t(word(choice))}
                  <ChoiceCount source={source} choice={choice} />
                </>
              }
              slotProps={{ typography: { sx: { display: 'flex', alignItems: 'baseline', flex: 1 } } }}
              control={
                <Checkbox
                  size="small"
                  autoFocus={index === 0}
                  checked={chosen.includes(choice)}
                  onChange={(_, isOn) => toggle(choice, isOn)}
                />
              }
            />
          ))}
        </FormGroup>
      )}
    </FilterChip>
  )
}
