import { useGetManyAggregate } from 'react-admin'
import type { Customer } from '../../contract/customers.ts'
import { useCustomerName } from '../customers/useCustomerName.ts'

/** Whose purchase it is; all lines ask together. */
export function NameOf({ customerId }: { customerId: string }) {
  const nameOf = useCustomerName()
  const { data } = useGetManyAggregate<Customer>('customers', { ids: [customerId] })
  return data?.[0] ? <bdi>{nameOf(data[0])}</bdi> : null
}
