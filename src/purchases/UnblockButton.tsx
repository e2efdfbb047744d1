import { type Purchase, UnblockPurchase } from '../../contract/purchases.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'

export const UnblockButton = ({ purchase }: { purchase: Purchase }) => (
  <ActButton
    noun="purchases"
    verb="unblock"
    record={purchase}
    name={purchase.reference}
    schema={UnblockPurchase}
    refusal={purchase.orderActs.unblock}
    variant="contained"
  >
    <NoteInput source="note" label="acts.purchases.unblock.note" />
  </ActButton>
)
