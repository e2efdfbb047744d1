import { ChangeCustomerState, CustomerRecord } from '../../contract/customers.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { ReasonText } from '../changes/inputs/ReasonText.tsx'
import { useFresh } from '../changes/useFresh.ts'

/** Closes an account, or opens it again. */
export function StateButton({ customer }: { customer: CustomerRecord }) {
  const fresh = useFresh()
  return (
    <ActButton
      noun="customers"
      verb={customer.status === 'closed' ? 'reopen' : 'close'}
      record={customer}
      name={customer.reference}
      schema={ChangeCustomerState}
      onDone={(answer) => fresh('customers', CustomerRecord.parse(answer))}
    >
      <ReasonText offered={['called', 'wrote']} />
    </ActButton>
  )
}
