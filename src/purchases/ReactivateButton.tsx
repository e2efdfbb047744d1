import { type Purchase, ReactivatePurchase } from '../../contract/purchases.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'

export const ReactivateButton = ({ purchase }: { purchase: Purchase }) => (
  <ActButton
    noun="purchases"
    verb="reactivate"
    record={purchase}
    name={purchase.reference}
    schema={ReactivatePurchase}
    variant="contained"
    shortcut="r"
  >
    <NoteInput source="note" label="acts.purchases.reactivate.note" />
  </ActButton>
)
