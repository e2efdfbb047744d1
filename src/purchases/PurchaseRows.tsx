import type { PurchaseRow } from '../../contract/purchases.ts'
import { CustomerName } from '../customers/CustomerName.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { MoneyField } from '../fields/MoneyField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'

type Props = { purchases?: readonly PurchaseRow[]; ofMany?: boolean; selectable?: boolean }

/** Purchases in two lines each, for a phone: whose or which, and what matters. */
export const PurchaseRows = ({ purchases, ofMany = false, selectable = false }: Props) => (
  <TwoLineRows<PurchaseRow>
    {...(purchases ? { rows: purchases } : {})}
    selectable={selectable}
    to={({ id }) => `/purchases/${id}/show`}
    first={(purchase) => (ofMany ? <CustomerName of={purchase} plain /> : purchase.number)}
    firstEnd={({ gross, currency }) => <MoneyField minor={gross} currency={currency} />}
    second={({ reference, placedAt }) => (
      <span className="tabular">
        <span style={{ whiteSpace: 'nowrap' }}>{reference} ·</span>{' '}
        <InstantField value={placedAt} inRow brief />
      </span>
    )}
    secondEnd={({ orderStatus, activation }) =>
      activation === 'deactivated' ? (
        <StateChip kind="activation" state={activation} />
      ) : (
        <StateChip kind="order" state={orderStatus} />
      )
    }
  />
)
