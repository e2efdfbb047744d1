import type { Purchase } from '../../contract/purchases.ts'
import { BlockButton } from './BlockButton.tsx'
import { CancelButton } from './CancelButton.tsx'
import { DeactivateButton } from './DeactivateButton.tsx'
import { ReactivateButton } from './ReactivateButton.tsx'
import { UnblockButton } from './UnblockButton.tsx'

/** What is next: with an order that has not left yet, the order; after that, whether the customer sees the purchase. */
export function PurchaseActs({ purchase }: { purchase: Purchase }) {
  const { activation, orderActs } = purchase
  if (activation === 'deactivated') return <ReactivateButton purchase={purchase} />
  if (orderActs.cancel !== null) return <DeactivateButton purchase={purchase} />
  return (
    <>
      {orderActs.unblock === null && <UnblockButton purchase={purchase} />}
      {orderActs.block === null && <BlockButton purchase={purchase} />}
      <CancelButton purchase={purchase} />
    </>
  )
}
