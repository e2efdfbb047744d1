import { CancelPurchase, cancelReasons, type Purchase } from '../../contract/purchases.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { ReasonInput } from '../acts/ReasonInput.tsx'

export const CancelButton = ({ purchase }: { purchase: Purchase }) => (
  <ActButton
    noun="purchases"
    verb="cancel"
    record={purchase}
    name={purchase.reference}
    schema={CancelPurchase}
    refusal={purchase.orderActs.cancel}
    dismiss="acts.purchases.cancel.keep"
    irreversible
  >
    <ReasonInput source="reason" choices={cancelReasons} catalogue="cancelReason" />
    <NoteInput source="note" help="acts.purchases.cancel.note_help" />
  </ActButton>
)
