import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { CustomerRecord } from '../../contract/customers.ts'
import { InstantField } from '../fields/InstantField.tsx'

/** Who closed the account, when and why, while it is closed. */
export function CustomerState({ customer }: { customer: CustomerRecord }) {
  const t = useTranslate()
  const [last] = customer.states
  if (customer.status !== 'closed' || last?.status !== 'closed') return null
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <bdi>{t('resources.customers.closed_by', { name: last.by.name })}</bdi>,{' '}
      <InstantField value={last.at} />
      {' · '}
      <bdi>{last.reason}</bdi>
    </Box>
  )
}
