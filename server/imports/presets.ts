import type { CustomerField, PurchaseField } from './fields.ts'
import type { Preset } from './presets/preset.ts'
import {
  shopifyCustomers,
  shopifyOrders,
  transporterCustomers,
  transporterOrders,
} from './presets/shopify.ts'

const customerPresets: Preset<CustomerField>[] = [shopifyCustomers, transporterCustomers]
const purchasePresets: Preset<PurchaseField>[] = [shopifyOrders, transporterOrders]

/** Whose export of customers has these headings, if it is one that is known. */
export function customerPreset(headings: string[]) {
  return recognise(customerPresets, headings)
}

/** Whose export of orders has these headings, if it is one that is known. */
export function purchasePreset(headings: string[]) {
  return recognise(purchasePresets, headings)
}

function recognise<Field extends string>(
  presets: Preset<Field>[],
  headings: string[],
): Preset<Field> | undefined {
  const known = new Set(headings.map((heading) => heading.toLowerCase()))
  return presets.find(({ signature }) => signature.every((heading) => known.has(heading.toLowerCase())))
}
