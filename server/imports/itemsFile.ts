import { identifier, type Notation } from './cells.ts'
import type { ItemField } from './fields.ts'
import { itemOf } from './itemsOf.ts'
import type { Mapping } from './mapping.ts'
import type { ItemsFor } from './purchaseOf.ts'
import type { Csv, Row } from './readCsv.ts'
import type { Report } from './report.ts'
import { sheetOf } from './sheet.ts'

/**
 * The line items of a file of their own, kept in memory by purchase, since such a file need not be in the order of
 * the purchases. Lines whose purchase never comes are rejected by `rejectRest`.
 */
export async function readItems(csv: Csv, mapping: Mapping<ItemField>, notation: Notation, report: Report) {
  const byPurchase = new Map<string, Row[]>()
  for await (const row of csv.rows()) {
    const sheet = sheetOf(row, mapping)
    const purchase = row.fault ? null : identifier(sheet, 'purchase')
    if (!row.fault && purchase === null) sheet.refuse('purchase', 'The item names no purchase.')
    if (purchase === null || sheet.refusals.length > 0) {
      report.reject(inItems(sheet.refusals))
      continue
    }
    const rows = byPurchase.get(purchase)
    if (rows) rows.push(row)
    else byPurchase.set(purchase, [row])
  }
  const asked = new Set<string>()

  const itemsFor: ItemsFor = (externalId, currency, refuse) => {
    asked.add(externalId)
    return (byPurchase.get(externalId) ?? []).flatMap((row) => {
      const sheet = sheetOf(row, mapping)
      const item = itemOf(sheet, currency, notation)
      for (const finding of inItems(sheet.refusals)) refuse(finding)
      return item ?? []
    })
  }
  const rejectRest = () => {
    for (const [purchase, rows] of byPurchase) {
      if (asked.has(purchase)) continue
      for (const { line } of rows) {
        report.reject(
          inItems([
            { line, column: '', reason: 'The purchase of this item is not in the file of purchases.' },
          ]),
        )
      }
    }
  }
  return { itemsFor, rejectRest }
}

function inItems<T extends { column: string }>(findings: T[]): T[] {
  return findings.map((finding) => ({ ...finding, column: `items: ${finding.column}`.trim() }))
}
