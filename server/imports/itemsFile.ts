import { CannotImport } from './cannotImport.ts'
import { identifier, type Notation } from './cells.ts'
import { type ItemField, itemFields } from './fields.ts'
import { type ItemShelf, itemShelf } from './itemShelf.ts'
import { itemOf } from './itemsOf.ts'
import type { Mapping } from './mapping.ts'
import type { ItemsFor } from './purchaseOf.ts'
import type { Csv } from './readCsv.ts'
import type { Report } from './report.ts'
import { sheetOf } from './sheet.ts'

type ItemsFile = { csv: Csv; mapping: Mapping<ItemField> }

/**
 * Reads the file of line items, lays its lines aside by purchase, and runs `work`, which asks for those of each
 * purchase. Lines whose purchase never came are rejected at the end.
 * @throws CannotImport if there is no room on the disk to lay them aside
 */
export async function withItems(
  { csv, mapping }: ItemsFile,
  notation: Notation,
  report: Report,
  work: (itemsFor: ItemsFor) => Promise<void>,
): Promise<void> {
  const shelf = itemShelf()
  try {
    await layAside(shelf, { csv, mapping }, report)
    const { take, left } = shelf.sorted()
    const laidAside = asLaidAside(mapping)
    await work((externalId, currency, refuse) =>
      take(externalId).flatMap((row) => {
        const sheet = sheetOf(row, laidAside)
        const item = itemOf(sheet, currency, notation)
        for (const finding of inItems(sheet.refusals)) refuse(finding)
        return item ?? []
      }),
    )
    const reason = 'The purchase of this item is not in the file of purchases.'
    for (const line of left()) {
      report.reject(inItems([{ line, column: '', reason }]))
      await report.caughtUp()
    }
  } catch (error) {
    throw isOfDisk(error) ? noRoom(error) : error
  } finally {
    shelf.close()
  }
}

async function layAside(shelf: ItemShelf, { csv, mapping }: ItemsFile, report: Report) {
  for await (const row of csv.rows()) {
    const sheet = sheetOf(row, mapping)
    const purchase = row.fault ? null : identifier(sheet, 'purchase')
    if (!row.fault && purchase === null) sheet.refuse('purchase', 'The item names no purchase.')
    if (purchase === null || sheet.refusals.length > 0) report.reject(inItems(sheet.refusals))
    else shelf.add(purchase, { line: row.line, cells: itemFields.map((field) => mapping.cell(row, field)) })
  }
}

/** One cell a field: what no field reads, such as the number of a card, is written nowhere, not even for a while. */
function asLaidAside(mapping: Mapping<ItemField>): Mapping<ItemField> {
  return { ...mapping, cell: ({ cells }, field) => cells[itemFields.indexOf(field)] ?? '' }
}

function inItems<T extends { column: string }>(findings: T[]): T[] {
  return findings.map((finding) => ({ ...finding, column: `items: ${finding.column}`.trim() }))
}

const isOfDisk = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'

const noRoom = (cause: unknown) =>
  new CannotImport(
    'The line items could not be laid aside on the disk. Make room in the folder for temporary files, or name another one with TMPDIR.',
    { cause },
  )
