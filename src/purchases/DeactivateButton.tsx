import { DeactivatePurchase, deactivationReasons, type Purchase } from '../../contract/purchases.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { ReasonInput } from '../acts/ReasonInput.tsx'
import { ActivityFactsList } from './ActivityFactsList.tsx'
import { NoLongerSeen } from './NoLongerSeen.tsx'

export function DeactivateButton({ purchase }: { purchase: Purchase }) {
  const { facts, refusal, inactiveRefusal } = purchase.eligibility
  return (
    <ActButton
      noun="purchases"
      verb="deactivate"
      record={purchase}
      name={purchase.reference}
      schema={DeactivatePurchase}
      refusal={refusal}
      variant="contained"
      shortcut="d"
    >
      <NoLongerSeen purchase={purchase} />
      <ActivityFactsList facts={facts} />
      <ReasonInput
        source="reason"
        choices={deactivationReasons}
        catalogue="deactivationReason"
        {...(inactiveRefusal ? { refusals: { inactive_account: inactiveRefusal } } : {})}
      />
      <NoteInput source="note" help="acts.purchases.deactivate.note_help" />
    </ActButton>
  )
}
