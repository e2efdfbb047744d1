import { identifier, money, type Notation, quantity, words } from './cells.ts'
import type { ItemField, PurchaseField } from './fields.ts'
import type { Sheet } from './sheet.ts'

export type ItemDraft = {
  sku: string | null
  title: string
  quantity: number
  unitPrice: number | null
  tax: number
  lineTotal: number | null
}

const ownColumns: Record<Exclude<ItemField, 'purchase'>, PurchaseField> = {
  sku: 'itemSku',
  title: 'itemTitle',
  quantity: 'itemQuantity',
  unitPrice: 'itemUnitPrice',
  discount: 'itemDiscount',
  tax: 'itemTax',
  tax2: 'itemTax2',
  tax3: 'itemTax3',
  total: 'itemTotal',
}

/** The line item on a row of the purchases' own file, or null for a row that holds none (postage, a refund). */
export function itemOnRow(
  sheet: Sheet<PurchaseField>,
  currency: string,
  notation: Notation,
): ItemDraft | null {
  return itemOf(
    {
      ...sheet,
      get: (field) => (field === 'purchase' ? '' : sheet.get(ownColumns[field])),
      has: (field) => field !== 'purchase' && sheet.has(ownColumns[field]),
      refuse: (field, reason) =>
        sheet.refuse(field && field !== 'purchase' ? ownColumns[field] : null, reason),
      warn: (field, reason) => sheet.warn(field && field !== 'purchase' ? ownColumns[field] : null, reason),
    },
    currency,
    notation,
  )
}

/** A line item; money in minor units of `currency`, the total after the line's own discount. */
export function itemOf(sheet: Sheet<ItemField>, currency: string, notation: Notation): ItemDraft | null {
  if (
    [sheet.get('title'), sheet.get('quantity'), sheet.get('unitPrice'), sheet.get('total')].every(
      (cell) => cell === '',
    )
  )
    return null
  const amount = (field: ItemField) => money(sheet, field, currency, notation)
  const title = words(sheet, 'title', 250)
  if (title === null) sheet.refuse('title', 'The item has no title.')
  const count = quantity(sheet, 'quantity')
  const unitPrice = amount('unitPrice')
  const discount = Math.abs(amount('discount') ?? 0)
  const tax = (amount('tax') ?? 0) + (amount('tax2') ?? 0) + (amount('tax3') ?? 0)
  const lineTotal = amount('total') ?? (unitPrice === null ? null : unitPrice * count - discount)
  if (!Number.isSafeInteger(lineTotal ?? 0)) sheet.refuse('quantity', 'The item costs too much to be true.')
  return {
    sku: identifier(sheet, 'sku'),
    title: title ?? '',
    quantity: count,
    unitPrice: unitPrice ?? (lineTotal === null || count === 0 ? null : Math.round(lineTotal / count)),
    tax,
    lineTotal,
  }
}
