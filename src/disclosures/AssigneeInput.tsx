import { MenuItem, TextField } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import type { Role } from '../../contract/permissions.ts'
import { useMe } from '../session/useMe.ts'
import { useColleagues } from './useColleagues.ts'

const officers: readonly Role[] = ['compliance', 'manager']

/** Who reviews; oneself, unless somebody else is picked. */
export function AssigneeInput() {
  const t = useTranslate()
  const me = useMe()
  const colleagues = useColleagues(officers)
  const { field, fieldState, id } = useInput({ source: 'assignTo' })
  const message = fieldState.error?.message
  const value = field.value === '' ? (me?.id ?? '') : field.value
  const isKnown = colleagues.some((colleague) => colleague.id === value)
  return (
    <TextField
      select
      id={id}
      data-field="assignTo"
      value={isKnown ? value : ''}
      onChange={field.onChange}
      inputRef={field.ref}
      label={t('resources.disclosures.fields.assignTo')}
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : undefined}
    >
      {colleagues.map((colleague) => (
        <MenuItem key={colleague.id} value={colleague.id}>
          {colleague.id === me?.id
            ? t('resources.disclosures.me', { name: colleague.name })
            : `${colleague.name}, ${t(`roles.${colleague.role}`)}`}
        </MenuItem>
      ))}
    </TextField>
  )
}
