import { ReferenceField, useRecordContext } from 'react-admin'
import type { Customer } from '../../contract/customers.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { useCustomerName } from './useCustomerName.ts'

type Props = {
  /** The record; the one around it by default. */
  of?: { id: string; customerId: string }
  plain?: boolean
}

/** Whose a record is: the name as a link, read for all rows at once. */
export const CustomerName = ({ of, plain = false }: Props) => (
  <ReferenceField source="customerId" reference="customers" link={false} {...(of ? { record: of } : {})}>
    <Name plain={plain} />
  </ReferenceField>
)

function Name({ plain }: { plain: boolean }) {
  const customer = useRecordContext<Customer>()
  const nameOf = useCustomerName()
  if (!customer) return null
  if (plain) return <bdi>{nameOf(customer)}</bdi>
  return <RowLink to={`/customers/${customer.id}/show`}>{nameOf(customer)}</RowLink>
}
