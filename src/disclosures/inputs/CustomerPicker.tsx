import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import Search from '@mui/icons-material/SearchOutlined'
import { Autocomplete, Box, InputAdornment, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import type { CustomerRow } from '../../../contract/customers.ts'
import { longestSearch } from '../../../contract/longestSearch.ts'
import { placeOf } from '../../customers/placeOf.ts'
import { useCustomerName } from '../../customers/useCustomerName.ts'
import { useFailureText } from '../../errors/useFailureText.ts'
import { FoundBy } from '../../fields/FoundBy.tsx'
import { MaskedText } from '../../fields/MaskedText.tsx'
import { useSettled } from '../../useSettled.ts'

type Option = { customer: CustomerRow; given: null } | { customer: null; given: string }

type Props = {
  label: string
  /** Customers that are in the list already. */
  taken: readonly string[]
  /** With what was typed, where that is a whole e-mail address as the agency gave it. */
  onPick: (customer: CustomerRow, address: string | null) => void
  /** Offered for somebody who is not found: what the agency gave, as it gave it. */
  onGiven?: (identifier: string) => void
  isInvalid?: boolean
  autoFocus?: boolean
}

/** Finds a customer as one types; picking one empties the field for the next. */
export function CustomerPicker({
  label,
  taken,
  onPick,
  onGiven,
  isInvalid = false,
  autoFocus = false,
}: Props) {
  const t = useTranslate()
  const nameOf = useCustomerName()
  const failureText = useFailureText()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const term = useSettled(wanted)
  const canSearch = (text: string) => text.length > 1 && text.length <= longestSearch
  const {
    data = [],
    isFetching,
    error,
  } = useGetList<CustomerRow>(
    'customers',
    { filter: { q: term }, pagination: { page: 1, perPage: 8 }, sort: { field: 'lastName', order: 'ASC' } },
    { enabled: canSearch(term) },
  )
  const isSearching = canSearch(wanted) && (wanted !== term || isFetching)
  const failure = canSearch(wanted) ? error : null
  const found = canSearch(term) && canSearch(wanted) ? data.filter(({ id }) => !taken.includes(id)) : []
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(wanted)
  const staysOpen = isAddress && found.length > 1
  const state =
    wanted.length < 2 ? 'type' : isSearching ? 'searching' : canSearch(wanted) ? 'none' : 'too_long'
  const options: Option[] = found.map((customer) => ({ customer, given: null }))
  // Who could not be looked for may well be a customer.
  if (onGiven && wanted.length > 1 && !isSearching && !failure)
    options.push({ customer: null, given: wanted })

  return (
    <Autocomplete
      options={options}
      value={null}
      inputValue={typed}
      onInputChange={(_, text, reason) => {
        if (reason === 'input' || reason === 'clear') setTyped(text)
      }}
      onChange={(_, option) => {
        if (option?.customer) onPick(option.customer, isAddress ? wanted : null)
        else if (option?.given) onGiven?.(option.given)
        // An address that fits several people stays for the next of them: each is picked by itself.
        if (!option?.customer || !staysOpen) setTyped('')
      }}
      filterOptions={(all) => all}
      getOptionLabel={({ customer, given }) => (customer ? nameOf(customer) : given)}
      getOptionKey={({ customer }) => customer?.id ?? 'given'}
      autoHighlight
      disableCloseOnSelect={staysOpen}
      disablePortal
      clearOnBlur={false}
      blurOnSelect={false}
      forcePopupIcon={false}
      noOptionsText={
        failure && !isSearching ? failureText(failure) : t(`resources.disclosures.subjects.${state}`)
      }
      renderOption={({ key, ...props }, { customer, given }) => (
        <li key={customer?.id ?? 'given'} {...props}>
          {customer ? (
            <Found customer={customer} />
          ) : (
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', color: 'primary.main' }}>
              <PersonAdd fontSize="small" />
              <span>
                {t(`resources.disclosures.subjects.${canSearch(given) ? 'give' : 'give_long'}`, {
                  identifier: given,
                })}
              </span>
            </Box>
          )}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t(label)}
          placeholder={t('resources.disclosures.subjects.placeholder')}
          error={isInvalid}
          autoFocus={autoFocus}
          slotProps={{
            ...params.slotProps,
            input: {
              ...params.slotProps.input,
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" />
                </InputAdornment>
              ),
            },
            htmlInput: { ...params.slotProps.htmlInput, maxLength: 250, spellCheck: false },
          }}
        />
      )}
    />
  )
}

function Found({ customer }: { customer: CustomerRow }) {
  const nameOf = useCustomerName()
  const place = placeOf(customer)
  return (
    <Box sx={{ minWidth: 0, py: 1 }}>
      <Typography sx={{ fontWeight: 500 }}>
        <bdi>{nameOf(customer)}</bdi>
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        <FoundBy customer={customer} /> <span className="tabular">{customer.reference}</span>
        {place && ` · ${place}`}
        {customer.email && (
          <>
            {' · '}
            <MaskedText value={customer.email} />
          </>
        )}
      </Typography>
    </Box>
  )
}
