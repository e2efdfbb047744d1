import { Skeleton } from '@mui/material'
import { useRecordContext, useReference } from 'react-admin'
import type { Customer } from '../../contract/customers.ts'
import { Nothing } from '../fields/Nothing.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { useCustomerName } from './useCustomerName.ts'

type Owned = { id: string; customerId: string }
type Props = {
  /** The record; the one around it by default. */
  of?: Owned
  plain?: boolean
}

/** Whose a record is: the name as a link, read for all rows at once. */
export function CustomerName({ of, plain = false }: Props) {
  const around = useRecordContext<Owned>()
  const owned = of ?? around
  return owned ? <Name customerId={owned.customerId} plain={plain} /> : null
}

function Name({ customerId, plain }: { customerId: string; plain: boolean }) {
  const { referenceRecord, isPending } = useReference<Customer>({ reference: 'customers', id: customerId })
  const nameOf = useCustomerName()
  if (isPending) return <Skeleton variant="text" width={160} sx={{ maxWidth: '100%' }} />
  if (!referenceRecord) return <Nothing />
  if (plain) return <bdi>{nameOf(referenceRecord)}</bdi>
  return <RowLink to={`/customers/${customerId}/show`}>{nameOf(referenceRecord)}</RowLink>
}
