import type { PurchaseField } from './fields.ts'
import type { Mapping } from './mapping.ts'
import type { Row } from './readCsv.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** The rows of one purchase: as a whole, where the first cell that holds something counts, and one by one. */
export type Group = { whole: Sheet<PurchaseField>; rows: Sheet<PurchaseField>[] }

/**
 * Rows that follow each other and name the same purchase belong together; shops write one row for each line item.
 * Where items are not in this file every row is a purchase.
 */
export async function* groupsOf(
  rows: AsyncIterable<Row>,
  mapping: Mapping<PurchaseField>,
  together: boolean,
) {
  let group: [Sheet<PurchaseField>, ...Sheet<PurchaseField>[]] | undefined
  let key = ''
  for await (const row of rows) {
    const sheet = sheetOf(row, mapping)
    const own = keyOf(sheet)
    if (group && together && own !== '' && own === key) group.push(sheet)
    else {
      if (group) yield wholeOf(group)
      group = [sheet]
    }
    key = own
  }
  if (group) yield wholeOf(group)
}

function keyOf(sheet: Sheet<PurchaseField>): string {
  return sheet.get('number') || sheet.get('externalId')
}

function wholeOf(rows: [Sheet<PurchaseField>, ...Sheet<PurchaseField>[]]): Group {
  const [first] = rows
  if (rows.length === 1) return { whole: first, rows }
  const get = (field: PurchaseField) => rows.map((row) => row.get(field)).find((cell) => cell !== '') ?? ''
  return { whole: { ...first, get }, rows }
}
