import { Autocomplete, TextField } from '@mui/material'
import { useState } from 'react'
import { useGetList, useInput, useReference, useTranslate, ValidationError } from 'react-admin'
import type { DisclosureRow } from '../../../contract/disclosures.ts'
import { useSettled } from '../../useSettled.ts'
import { useRequestName } from '../useRequestName.ts'
import { labelOf } from './spanned.ts'

/** Another request of the same case, found by its reference or agency. */
export function RelatedInput() {
  const t = useTranslate()
  const nameOf = useRequestName()
  const { field, fieldState, id } = useInput({ source: 'relatedRequestId' })
  const [typed, setTyped] = useState('')
  const term = useSettled(typed.trim())
  const message = fieldState.error?.message
  // As a row, not as a page: naming a request is not opening it.
  const { referenceRecord: chosen } = useReference<DisclosureRow>({
    reference: 'disclosures',
    id: field.value,
    options: { enabled: field.value !== '' },
  })
  const { data: found = [] } = useGetList<DisclosureRow>(
    'disclosures',
    {
      filter: { q: term },
      pagination: { page: 1, perPage: 8 },
      sort: { field: 'receivedAt', order: 'DESC' },
    },
    { enabled: term.length > 1 && term !== (chosen ? nameOf(chosen) : '') },
  )
  return (
    <Autocomplete
      id={id}
      options={found}
      value={field.value !== '' && chosen ? chosen : null}
      onChange={(_, picked) => field.onChange(picked?.id ?? '')}
      onInputChange={(_, text) => setTyped(text)}
      filterOptions={(options) => options}
      disablePortal
      getOptionLabel={(option) => nameOf(option)}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      noOptionsText={t(
        term.length > 1 ? 'resources.disclosures.subjects.none' : 'resources.disclosures.subjects.type',
      )}
      sx={{ gridColumn: '1 / -1' }}
      renderOption={({ key, ...props }, option) => (
        <li key={option.id} {...props}>
          <span>
            <span className="tabular">{nameOf(option)}</span> · <bdi>{option.agencyName}</bdi>
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          data-field="relatedRequestId"
          inputRef={field.ref}
          label={t(labelOf('relatedRequestId'))}
          error={Boolean(message)}
          helperText={message ? <ValidationError error={message} /> : undefined}
        />
      )}
    />
  )
}
