import { Chip } from '@mui/material'
import { useGetOne, useTranslate } from 'react-admin'
import type { Customer } from '../../contract/customers.ts'
import { useFilter } from '../lists/useFilter.ts'

/** Says whose purchases these are when the list was opened from a customer. */
export function OfCustomerFilter() {
  const t = useTranslate()
  const { values, set } = useFilter()
  const { customerId } = values
  const id = typeof customerId === 'string' ? customerId : null
  const { data } = useGetOne<Customer>('customers', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return null
  return (
    <Chip
      color="primary"
      variant="outlined"
      label={`${t('resources.purchases.fields.customerId')}: ${data?.name ?? '…'}`}
      onDelete={() => set({ customerId: null })}
      sx={{ height: 36, maxWidth: { xs: '100%', sm: 360 }, borderRadius: 1, fontSize: 14 }}
    />
  )
}
