export type Totals = { net: number; tax: number; shipping: number; gross: number }
type Given = {
  net: number | null
  tax: number | null
  shipping: number | null
  gross: number | null
  discount: number | null
}
/** What the line items come to; null when a purchase has but one item without a price. */
type ItemSums = { total: number; tax: number; count: number } | null

/**
 * The four totals of a purchase in minor units, such that gross = net + tax + shipping, or why they cannot be had.
 * Shops differ in whether prices include tax and whether the subtotal is before or after the discount: every reading
 * that adds up to the cent is accepted, none that does not. Items may miss by one minor unit for each but the first,
 * from rounding.
 */
export function totalsOf(given: Given, items: ItemSums): Totals | string {
  const tax = given.tax ?? items?.tax ?? 0
  const shipping = given.shipping ?? 0
  const discount = Math.abs(given.discount ?? 0)
  const net = netOf({ ...given, tax, shipping, discount }, items)
  if (net === null) return 'Neither a total nor the price of an item is given.'
  const gross = given.gross ?? net + tax + shipping
  if (![net, tax, shipping, gross].every(Number.isSafeInteger)) return 'The amounts are too large.'
  if (net + tax + shipping !== gross) return 'Net, tax and shipping do not add up to the total.'
  if (net < 0) return 'Tax and shipping are more than the total.'
  const totals = { net, tax, shipping, gross }
  return items === null || covers(items, totals, discount)
    ? totals
    : 'The items do not add up to the purchase.'
}

type Known = { net: number | null; gross: number | null; tax: number; shipping: number; discount: number }

function netOf({ net, gross, tax, shipping, discount }: Known, items: ItemSums): number | null {
  if (net === null && gross === null) return items === null ? null : items.total - discount
  if (net === null) return (gross ?? 0) - tax - shipping
  if (gross === null) return net
  const readings = [net, net - tax, net - discount, net - discount - tax]
  return readings.find((reading) => reading + tax + shipping === gross) ?? net
}

function covers(
  items: { total: number; count: number },
  { net, tax, gross }: Totals,
  discount: number,
): boolean {
  const sums = [net, net + tax, gross]
  return sums.some((sum) =>
    [sum, sum + discount].some((target) => Math.abs(items.total - target) <= Math.max(0, items.count - 1)),
  )
}
