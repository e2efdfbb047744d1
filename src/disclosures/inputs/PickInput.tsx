import { Autocomplete, TextField } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { labelOf, spanned } from './spanned.ts'

type Pickable = { id: string; name: string; group?: string }
type Props = { source: string; options: readonly Pickable[]; span?: number; help?: string }

/** One of many, found by typing a few letters of it. */
export function PickInput({ source, options, span = 3, help }: Props) {
  const t = useTranslate()
  const { field, fieldState, id } = useInput({ source })
  const message = fieldState.error?.message
  const isGrouped = options.some(({ group }) => group !== undefined)
  return (
    <Autocomplete
      id={id}
      options={options}
      value={options.find((option) => option.id === field.value) ?? null}
      onChange={(_, picked) => field.onChange(picked?.id ?? '')}
      onBlur={() => field.onBlur()}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      {...(isGrouped ? { groupBy: ({ group }: Pickable) => group ?? '' } : {})}
      autoHighlight
      disablePortal
      selectOnFocus
      handleHomeEndKeys
      sx={spanned(span)}
      renderInput={(params) => (
        <TextField
          {...params}
          data-field={source}
          inputRef={field.ref}
          label={t(labelOf(source))}
          error={Boolean(message)}
          helperText={message ? <ValidationError error={message} /> : help ? t(help) : undefined}
        />
      )}
    />
  )
}
