import { Autocomplete, Box, TextField } from '@mui/material'
import type { ReactNode } from 'react'
import { useInput, ValidationError } from 'react-admin'
import { useFieldName } from '../useFieldName.ts'

export type Suggestion = { id: string; name: string }
type Props = {
  noun: string
  source: string
  options: readonly Suggestion[]
  /** What a code means, under the field. */
  say?: (code: string) => string | null
  help?: ReactNode
  /** True where nothing but an option is right. */
  strict?: boolean
}

const asTyped = (typed: string) => typed
const shownAtOnce = 300

/** A code, found by the name of what it stands for. */
export function SuggestLine({ noun, source, options, say, help, strict = false }: Props) {
  const name = useFieldName(noun)(source)
  const { field, fieldState, id } = useInput({ source, parse: asTyped })
  const message = fieldState.error?.message
  const code: string = field.value ?? ''
  const meaning = say?.(code)
  const shown = strict ? (options.find((option) => option.id === code) ?? null) : code
  return (
    <Autocomplete<Suggestion, false, false, boolean>
      id={id}
      freeSolo={!strict}
      options={options}
      value={shown}
      {...(strict ? {} : { inputValue: code })}
      onInputChange={(_, typed, why) => {
        if (!strict && why !== 'reset' && why !== 'selectOption') field.onChange(typed)
      }}
      onChange={(_, picked) => field.onChange(typeof picked === 'string' ? picked : (picked?.id ?? ''))}
      onBlur={() => field.onBlur()}
      getOptionLabel={(option) => (typeof option === 'string' ? option : strict ? option.name : option.id)}
      isOptionEqualToValue={(option, value) => option.id === (typeof value === 'string' ? value : value.id)}
      filterOptions={(all, { inputValue }) => found(all, inputValue)}
      renderOption={({ key: _, ...props }, option) => (
        <li key={option.id} {...props}>
          {option.name}
          {!strict && option.name !== option.id && (
            <Box component="span" sx={{ ml: 2, color: 'text.secondary' }}>
              {option.id}
            </Box>
          )}
        </li>
      )}
      autoHighlight={strict}
      selectOnFocus
      handleHomeEndKeys
      disablePortal
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={field.ref}
          label={name}
          error={Boolean(message)}
          helperText={
            message ? (
              <ValidationError error={message} />
            ) : (
              (meaning || help) && (
                <>
                  {meaning && `${meaning} · `}
                  {help}
                </>
              )
            )
          }
        />
      )}
    />
  )
}

/** By name or code, those that begin with it first. */
function found(all: readonly Suggestion[], typed: string): Suggestion[] {
  const wanted = fold(typed)
  const rank = ({ id, name }: Suggestion) => {
    const [one, other] = [fold(id), fold(name)]
    if (one.startsWith(wanted) || other.startsWith(wanted)) return 0
    return one.includes(wanted) || other.includes(wanted) ? 1 : 2
  }
  return all
    .filter((each) => rank(each) < 2)
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, shownAtOnce)
}

const fold = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase().trim()
