import Visibility from '@mui/icons-material/VisibilityOutlined'
import { type Customer, RevealCustomer, RevealedCustomer, revealPurposes } from '../../contract/customers.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { ReasonInput } from '../acts/ReasonInput.tsx'

type Props = {
  customer: Customer
  /** The purchase whose copies of addresses are needed. */
  purchaseId?: string
  onRevealed: (revealed: RevealedCustomer) => void
}

export const RevealButton = ({ customer, purchaseId, onRevealed }: Props) => (
  <ActButton
    noun="customers"
    verb="reveal"
    record={customer}
    name={customer.reference}
    schema={RevealCustomer}
    versioned={false}
    {...(purchaseId ? { along: { purchaseId }, says: 'acts.customers.reveal.says_purchase' } : {})}
    shortcut={purchaseId ? 'v' : 'r'}
    icon={<Visibility />}
    onDone={(answer) => onRevealed(RevealedCustomer.parse(answer))}
  >
    <ReasonInput
      source="purpose"
      label="acts.customers.reveal.purpose"
      choices={revealPurposes}
      catalogue="revealPurpose"
    />
    <NoteInput source="note" help="acts.customers.reveal.note_help" />
  </ActButton>
)
