import type { Actor } from '../caller.ts'
import { recordChanges } from '../changes/record.ts'
import type { Db, Tx } from '../database/connect.ts'
import { appendAll } from '../events/append.ts'
import { recheckOrders } from '../purchases/recheckOrders.ts'
import type { Notation } from './cells.ts'
import { changesOf } from './changesOf.ts'
import { chunksOf, writeChunk } from './chunks.ts'
import { type CustomerDraft, customerOf } from './customerOf.ts'
import type { CustomerField } from './fields.ts'
import { type KnownCustomers, knownCustomers } from './knownCustomers.ts'
import type { Mapping } from './mapping.ts'
import { type Merged, mergeCustomer, newCustomer } from './mergeCustomer.ts'
import type { Row } from './readCsv.ts'
import type { Report } from './report.ts'
import { type ChunkLines, seenLines } from './seenLines.ts'
import { sheetOf } from './sheet.ts'
import { writeCustomers } from './writeCustomers.ts'

export type Run = {
  db: Db
  by: Actor
  now: Date
  /** Stands in the events of this run. */
  id: string
  source: string
  notation: Notation
  dryRun: boolean
  report: Report
}

type Outcome =
  | { line: number; is: 'created' | 'updated' | 'unchanged'; merged: Merged }
  | { line: number; is: 'rejected'; column: string; reason: string }

/**
 * Imports customers row by row: found by the shop's own id, then by e-mail address, else made. Each chunk of 500 is
 * one transaction with one event. A dry run reads and decides alike, and writes nothing.
 */
export async function importCustomers(run: Run, rows: AsyncIterable<Row>, mapping: Mapping<CustomerField>) {
  const planned = knownCustomers(run.source)
  const seen = seenLines()
  const column = (field: CustomerField) => mapping.column(field)

  for await (const chunk of chunksOf(readable(run, rows, mapping), 500)) {
    await writeChunk({
      db: run.db,
      chunk,
      write: async (tx, drafts) => {
        const known = run.dryRun ? planned : knownCustomers(run.source)
        await known.load(
          tx,
          drafts.flatMap(({ facts }) => facts.externalId ?? []),
          drafts.flatMap(({ facts }) => facts.email ?? []),
          { lock: !run.dryRun },
        )
        const lines = seen.chunk()
        const outcomes = drafts.map((draft) => decide(run.source, known, lines, draft, column))
        if (!run.dryRun) await write(tx, run, outcomes)
        return () => {
          lines.keep()
          for (const { line, ...outcome } of outcomes) {
            if (outcome.is === 'rejected') run.report.reject([{ line, ...outcome }])
            else run.report.count(outcome.is)
          }
        }
      },
      refuse: ({ line }, code) =>
        run.report.reject([{ line, column: '', reason: `The database refused this row (${code}).` }]),
    })
  }
}

async function* readable(run: Run, rows: AsyncIterable<Row>, mapping: Mapping<CustomerField>) {
  for await (const row of rows) {
    const sheet = sheetOf(row, mapping)
    const draft = row.fault ? null : customerOf(sheet, run.notation)
    if (draft && sheet.refusals.length === 0) {
      run.report.warn(sheet.warnings)
      yield draft
    } else run.report.reject(sheet.refusals)
  }
}

function decide(
  source: string,
  known: KnownCustomers,
  lines: ChunkLines,
  draft: CustomerDraft,
  column: (field: CustomerField) => string,
): Outcome {
  const { line, facts } = draft
  const refuse = (field: CustomerField, reason: string): Outcome => ({
    line,
    is: 'rejected',
    column: column(field),
    reason,
  })
  const byId = known.byExternalId(facts.externalId)
  const byEmail = known.byEmail(facts.email)
  if (byId?.status === 'erased') {
    return refuse('externalId', "This customer's personal data was removed and cannot be entered again.")
  }
  if (byId && byEmail && byId.id !== byEmail.id) {
    return refuse('email', `The e-mail address belongs to another customer, ${nameFor(byEmail.reference)}.`)
  }
  if (!byId && byEmail && facts.externalId && byEmail.externalId !== null) {
    return refuse(
      'email',
      `The e-mail address belongs to a customer with another id, ${nameFor(byEmail.reference)}.`,
    )
  }
  const found = byId ?? byEmail
  const merged = found ? mergeCustomer(found, draft, source) : newCustomer(draft, source)
  const before = lines.first(merged.customer.id)
  if (before !== undefined && merged.isChanged) {
    return refuse('externalId', `The same customer stands on line ${before} already, with other data.`)
  }
  lines.add(merged.customer.id, line)
  known.moved(found?.email ?? null, merged.customer)
  return { line, is: !found ? 'created' : merged.isChanged ? 'updated' : 'unchanged', merged }
}

function nameFor(reference: string | null): string {
  return reference ?? 'of this file'
}

async function write(tx: Tx, { by, now, id, source }: Run, outcomes: Outcome[]) {
  const changed = outcomes.flatMap((outcome) =>
    outcome.is === 'created' || outcome.is === 'updated' ? [outcome] : [],
  )
  if (changed.length === 0) return
  await writeCustomers(
    tx,
    now,
    changed.map(({ merged }) => merged),
  )
  await recordChanges(
    tx,
    changed.flatMap(({ merged }) => changesOf(by, now, merged)),
  )
  const created = changed.filter(({ is }) => is === 'created').length
  const details = { source, created, updated: changed.length - created, firstLine: changed[0]?.line ?? 0 }
  const known = changed.filter(({ is }) => is === 'updated')
  const moved = await recheckOrders(
    tx,
    by,
    now,
    known.map(({ merged }) => merged.customer.id),
  )
  await appendAll(tx, [{ by, now, act: 'import', noun: 'customers', id, details }, ...moved])
}
