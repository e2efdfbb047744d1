import type { Tx } from '../database/connect.ts'
import { appendAll } from '../events/append.ts'
import { recheckOrders } from '../purchases/recheckOrders.ts'
import { chunksOf, writeChunk } from './chunks.ts'
import type { Run } from './customers.ts'
import type { PurchaseField } from './fields.ts'
import { groupsOf } from './groups.ts'
import { type KnownCustomers, knownCustomers } from './knownCustomers.ts'
import { type KnownPurchases, knownPurchases } from './knownPurchases.ts'
import type { Mapping } from './mapping.ts'
import { type Merged, newCustomer } from './mergeCustomer.ts'
import { type MergedPurchase, mergePurchase, newPurchase } from './mergePurchase.ts'
import { type ItemsFor, type PurchaseDraft, purchaseOf } from './purchaseOf.ts'
import type { Row } from './readCsv.ts'
import { type ChunkLines, seenLines } from './seenLines.ts'
import { writeCustomers } from './writeCustomers.ts'
import { writePurchases } from './writePurchases.ts'

type Outcome =
  | { line: number; is: 'created' | 'updated' | 'unchanged'; merged: MergedPurchase; buyer?: Merged }
  | { line: number; is: 'rejected'; reason: string }

/**
 * Imports purchases. The customer is found by the shop's own id, then by e-mail address, else made of what the
 * purchase says. Each chunk of 500 is one transaction with one event. A dry run decides alike and writes nothing.
 */
export async function importPurchases(
  run: Run,
  rows: AsyncIterable<Row>,
  mapping: Mapping<PurchaseField>,
  itemsFor?: ItemsFor,
) {
  const planned = { customers: knownCustomers(run.source), purchases: knownPurchases(run.source) }
  const seen = seenLines()
  const column = mapping.column(mapping.has('externalId') ? 'externalId' : 'number')

  for await (const chunk of chunksOf(readable(run, rows, mapping, itemsFor), 500)) {
    await writeChunk({
      db: run.db,
      chunk,
      write: async (tx, drafts) => {
        const known = run.dryRun
          ? planned
          : { customers: knownCustomers(run.source), purchases: knownPurchases(run.source) }
        await load(tx, known, drafts, !run.dryRun)
        const lines = seen.chunk()
        const outcomes = drafts.map((draft) => decide(run.source, known, lines, draft))
        if (!run.dryRun) await write(tx, run, outcomes)
        return () => {
          lines.keep()
          for (const outcome of outcomes) count(run, outcome, column)
        }
      },
      refuse: ({ line }, code) =>
        run.report.reject([{ line, column: '', reason: `The database refused this purchase (${code}).` }]),
    })
  }
}

async function* readable(
  run: Run,
  rows: AsyncIterable<Row>,
  mapping: Mapping<PurchaseField>,
  itemsFor?: ItemsFor,
) {
  const hasItems = mapping.has('itemTitle')
  for await (const group of groupsOf(rows, mapping, hasItems && !itemsFor)) {
    const draft = purchaseOf(group, run.notation, itemsFor)
    if (draft) {
      run.report.warn(group.rows.flatMap(({ warnings }) => warnings))
      yield draft
    } else run.report.reject(group.rows.flatMap(({ refusals }) => refusals))
  }
}

type Known = { customers: KnownCustomers; purchases: KnownPurchases }

async function load(tx: Tx, known: Known, drafts: PurchaseDraft[], lock: boolean) {
  await known.purchases.load(
    tx,
    drafts.map(({ facts }) => facts.externalId),
    { lock },
  )
  const buyers = drafts.flatMap(({ facts, buyer }) =>
    known.purchases.get(facts.externalId) ? [] : [buyer.facts],
  )
  await known.customers.load(
    tx,
    buyers.flatMap(({ externalId }) => externalId ?? []),
    buyers.flatMap(({ email }) => email ?? []),
    { lock: false },
  )
}

function decide(source: string, known: Known, lines: ChunkLines, draft: PurchaseDraft): Outcome {
  const { line, facts, buyer } = draft
  const refuse = (reason: string): Outcome => ({ line, is: 'rejected', reason })
  const before = known.purchases.get(facts.externalId)
  if (before) {
    const merged = mergePurchase(before, draft)
    if (typeof merged === 'string') return refuse(merged)
    const first = lines.first(before.id)
    if (first !== undefined && merged.isChanged) {
      return refuse(`The same purchase stands on line ${first} already, with other data.`)
    }
    lines.add(before.id, line)
    known.purchases.add(facts.externalId, merged.purchase)
    return { line, is: merged.isChanged ? 'updated' : 'unchanged', merged }
  }
  const customer =
    known.customers.byExternalId(buyer.facts.externalId) ?? known.customers.byEmail(buyer.facts.email)
  if (customer?.status === 'erased') {
    return refuse("The customer's personal data was removed; nothing more can be entered for this customer.")
  }
  const made = customer ? undefined : newCustomer(buyer, source)
  if (made) known.customers.add(made.customer)
  const customerId = (customer ?? made?.customer)?.id
  if (customerId === undefined) throw new TypeError('a purchase has a customer')
  const merged = newPurchase(draft, source, customerId)
  lines.add(merged.purchase.id, line)
  known.purchases.add(facts.externalId, merged.purchase)
  return { line, is: 'created', merged, ...(made ? { buyer: made } : {}) }
}

function count({ report }: Run, outcome: Outcome, column: string) {
  if (outcome.is === 'rejected') {
    report.reject([{ line: outcome.line, column, reason: outcome.reason }])
    return
  }
  report.count(outcome.is)
  if (outcome.buyer) report.counts.customersCreated += 1
  report.counts.items += outcome.merged.purchase.items.length
}

async function write(tx: Tx, { by, now, id, source }: Run, outcomes: Outcome[]) {
  const changed = outcomes.flatMap((outcome) =>
    outcome.is === 'created' || outcome.is === 'updated' ? [outcome] : [],
  )
  if (changed.length === 0) return
  const buyers = changed.flatMap(({ buyer }) => buyer ?? [])
  await writeCustomers(tx, now, buyers)
  await writePurchases(
    tx,
    now,
    changed.map(({ merged }) => merged),
  )
  const created = changed.filter(({ is }) => is === 'created').length
  const moved = await recheckOrders(tx, by, now, [
    ...new Set(changed.map(({ merged }) => merged.purchase.customerId)),
  ])
  await appendAll(tx, [
    {
      by,
      now,
      act: 'import',
      noun: 'purchases',
      id,
      details: {
        source,
        created,
        updated: changed.length - created,
        customersCreated: buyers.length,
        firstLine: changed[0]?.line ?? 0,
      },
    },
    ...moved,
  ])
}
