import type { Purchase } from '../../contract/purchases.ts'

type Amounts = Pick<Purchase, 'net' | 'tax' | 'gross'> & { items: readonly { lineTotal: number }[] }

/**
 * What stands between the items and the net total, so that the column adds up: shops differ in whether prices include
 * tax and shipping, and discounts and rounding are their own. Minor units; null where the items say it all.
 */
export function itemsDifference({ items, net, tax, gross }: Amounts) {
  const sum = items.reduce((total, { lineTotal }) => total + lineTotal, 0)
  if (items.length === 0 || sum === net) return null
  const isIncluded = sum === net + tax || sum === gross
  return { kind: isIncluded ? ('included' as const) : ('discount' as const), amount: net - sum }
}
