import { BlockPurchase, blockReasons, type Purchase } from '../../contract/purchases.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { ReasonInput } from '../acts/ReasonInput.tsx'

export const BlockButton = ({ purchase }: { purchase: Purchase }) => (
  <ActButton
    noun="purchases"
    verb="block"
    record={purchase}
    name={purchase.reference}
    schema={BlockPurchase}
    refusal={purchase.orderActs.block}
  >
    <ReasonInput source="reason" choices={blockReasons} catalogue="blockReason" />
    <NoteInput source="note" help="acts.purchases.block.note_help" />
  </ActButton>
)
