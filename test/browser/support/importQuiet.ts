import { importFile } from './importFile.ts'

/** A settled order of long ago, of which the activity rule says that it can be put away. */
export const quietOrder = (number: string, customerExternalId: string) => ({
  number,
  customerExternalId,
  placedAt: '2020-05-04',
  finalAt: '2020-05-08',
  orderStatus: 'delivered',
  currency: 'EUR',
  gross: '12.00',
  itemTitle: 'Desk lamp',
  itemQuantity: '1',
  itemUnitPrice: '12.00',
})

type Name = { firstName: string; lastName: string; email?: string }

/** A customer who bought often, long ago, and never came back: #<sign>-0 to #<sign>-<orders - 1>. */
export async function importQuiet(sign: string, orders: number, name: Name): Promise<void> {
  await importFile('customers', [{ externalId: sign, ...name }])
  await importFile(
    'purchases',
    Array.from({ length: orders }, (_, n) => quietOrder(`#${sign}-${n}`, sign)),
  )
}
