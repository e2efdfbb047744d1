import { Autocomplete, Box, TextField } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { useColleagues } from '../useColleagues.ts'
import { CheckInput } from './CheckInput.tsx'
import { labelOf } from './spanned.ts'

/** A request that only named people may see. */
export function RestrictedInputs() {
  const handlingLevel = useWatch({ name: 'handlingLevel' })
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <CheckInput
        source="handlingLevel"
        on="restricted"
        off="normal"
        help="resources.disclosures.help.handlingLevel"
      />
      {handlingLevel === 'restricted' && <CircleInput />}
    </Box>
  )
}

function CircleInput() {
  const t = useTranslate()
  const colleagues = useColleagues()
  const { field, fieldState, id } = useInput({ source: 'visibleTo' })
  const ids: string[] = Array.isArray(field.value) ? field.value : []
  const message = fieldState.error?.message
  return (
    <Autocomplete
      multiple
      id={id}
      options={colleagues}
      value={colleagues.filter((colleague) => ids.includes(colleague.id))}
      onChange={(_, picked) => field.onChange(picked.map((colleague) => colleague.id))}
      getOptionLabel={({ name, role }) => `${name}, ${t(`roles.${role}`)}`}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      disableCloseOnSelect
      disablePortal
      sx={{ mt: 3 }}
      renderInput={(params) => (
        <TextField
          {...params}
          data-field="visibleTo"
          inputRef={field.ref}
          label={t(labelOf('visibleTo'))}
          error={Boolean(message)}
          helperText={
            message ? <ValidationError error={message} /> : t('resources.disclosures.help.visibleTo')
          }
        />
      )}
    />
  )
}
