import { stringify } from 'csv-stringify/sync'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../database/connect.ts'
import { batchItems } from '../database/schema/batches.ts'
import { purchases } from '../database/schema/purchases.ts'
import { spreadsheetSafe } from '../spreadsheetSafe.ts'

const readAtOnce = 2000
const { batchId, purchaseId, expected, outcome, code, at } = batchItems
const columns = {
  purchaseId,
  reference: purchases.reference,
  number: purchases.number,
  expected,
  outcome,
  code,
  at,
}
const head = ['purchase_id', 'reference', 'number', 'expected', 'outcome', 'code', 'at']

/** Each purchase of a batch and what became of it, as CSV (RFC 4180), read as it is taken. */
export async function* resultFile(db: Db, batch: string): AsyncGenerator<string> {
  yield csv([head])
  let last: string | null = null
  do {
    const rows: ItemRow[] = await itemsAfter(db, batch, last)
    yield csv(rows.map(cells))
    last = rows.length === readAtOnce ? (rows.at(-1)?.purchaseId ?? null) : null
  } while (last !== null)
}

type ItemRow = Awaited<ReturnType<typeof itemsAfter>>[number]

function itemsAfter(db: Db, batch: string, last: string | null) {
  const ofBatch = eq(batchId, batch)
  return db
    .select(columns)
    .from(batchItems)
    .leftJoin(purchases, eq(purchases.id, purchaseId))
    .where(last === null ? ofBatch : and(ofBatch, gt(purchaseId, last)))
    .orderBy(asc(purchaseId))
    .limit(readAtOnce)
}

function cells(row: ItemRow): string[] {
  const { reference, number } = row
  return [
    row.purchaseId,
    reference ?? '',
    number ?? '',
    row.expected,
    row.outcome,
    row.code ?? '',
    row.at?.toISOString() ?? '',
  ]
}

const csv = (rows: string[][]) =>
  stringify(
    rows.map((row) => row.map(spreadsheetSafe)),
    { record_delimiter: 'windows' },
  )
