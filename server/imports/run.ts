import { v7 } from 'uuid'
import type { Db } from '../database/connect.ts'
import { CannotImport } from './cannotImport.ts'
import type { Notation } from './cells.ts'
import { importCustomers, type Run } from './customers.ts'
import { customerFields, itemFields, type PurchaseField, purchaseFields } from './fields.ts'
import { withItems } from './itemsFile.ts'
import { type Mapping, mappingOf } from './mapping.ts'
import { customerPreset, purchasePreset } from './presets.ts'
import type { ItemsFor } from './purchaseOf.ts'
import { importPurchases } from './purchases.ts'
import { type Csv, readCsv } from './readCsv.ts'
import type { Report } from './report.ts'

export type Options = {
  map: string[]
  set: string[]
  source?: string
  dryRun: boolean
  items?: string
  mapItem: string[]
} & Notation

type Prepared = {
  notices: string[]
  run: (db: Db, now: Date, report: Report, onProgress: (share: number) => void) => Promise<void>
}

/**
 * Reads the beginning of a file and decides what its columns mean; nothing is written before `run`.
 * @throws CannotImport in one sentence if the file or the options make no import
 */
export async function prepareCustomers(file: string, options: Options): Promise<Prepared> {
  const csv = await readCsv(file)
  const preset = customerPreset(csv.headings)
  const mapping = mappingOf({ ...csv, ...options, fields: customerFields, preset: preset?.columns })
  if (!mapping.has('externalId') && !mapping.has('email')) throw unmapped(csv, 'externalId or email')
  const source = sourceOf(options, preset)
  return {
    notices: [...recognised(preset?.name), ...csv.notices, ...mapping.notices],
    run: (db, now, report, onProgress) =>
      importCustomers(runOf(db, now, report, options, source), progressing(csv, onProgress), mapping),
  }
}

/** As `prepareCustomers`, for purchases and the file of their line items, if there is one. */
export async function preparePurchases(file: string, options: Options): Promise<Prepared> {
  const csv = await readCsv(file)
  const preset = purchasePreset(csv.headings)
  const mapping = mappingOf({ ...csv, ...options, fields: purchaseFields, preset: preset?.columns })
  const items = options.items === undefined ? undefined : await openItems(options.items, options)
  refuseIncomplete(csv, mapping, items !== undefined)
  const source = sourceOf(options, preset)
  return {
    notices: [...recognised(preset?.name), ...csv.notices, ...mapping.notices, ...(items?.notices ?? [])],
    run: async (db, now, report, onProgress) => {
      const run = runOf(db, now, report, options, source)
      const work = (itemsFor?: ItemsFor) =>
        importPurchases(run, progressing(csv, onProgress), mapping, itemsFor)
      if (items) await withItems(items, options, report, work)
      else await work()
    },
  }
}

function runOf(db: Db, now: Date, report: Report, options: Options, source: string): Run {
  const id = v7()
  const by = { kind: 'import', id: null, name: source, role: null, session: null, requestId: id } as const
  return { db, by, now, id, source, notation: options, dryRun: options.dryRun, report }
}

async function openItems(file: string, options: Options) {
  const csv = await readCsv(file)
  const mapping = mappingOf({
    headings: csv.headings,
    fields: itemFields,
    map: options.mapItem,
    option: '--map-item',
  })
  for (const field of ['purchase', 'title'] as const) {
    if (!mapping.has(field)) throw unmapped(csv, field, '--map-item')
  }
  return { csv, mapping, notices: [...csv.notices, ...mapping.notices].map((notice) => `Items: ${notice}`) }
}

function refuseIncomplete(csv: Csv, mapping: Mapping<PurchaseField>, hasItemsFile: boolean) {
  const needed: PurchaseField[][] = [
    ['number', 'externalId'],
    ['placedAt'],
    ['currency'],
    ['orderStatus', 'financialStatus', 'fulfilmentStatus'],
  ]
  for (const fields of needed) {
    if (!fields.some(mapping.has)) throw unmapped(csv, fields.join(' or '))
  }
  if (!hasItemsFile && !mapping.has('itemTitle')) {
    throw new CannotImport(
      'A purchase has line items: name their file with --items, or say --map itemTitle=Column or --set itemTitle=value.',
    )
  }
}

function unmapped({ headings }: Csv, field: string, option = '--map'): CannotImport {
  const set = option === '--map' ? ' or --set field=value' : ''
  return new CannotImport(
    `Nothing says where to find ${field}: add ${option} field=Column${set}. The columns are: ${headings.join(', ')}.`,
  )
}

function sourceOf({ source }: Options, preset: { source: string } | undefined): string {
  const name = source ?? preset?.source ?? 'import'
  if (/^[A-Za-z0-9_.-]{1,60}$/.test(name)) return name
  throw new CannotImport('--source takes letters, digits, dots, dashes and underscores, 60 at most.')
}

function recognised(name: string | undefined): string[] {
  return name === undefined ? [] : [`The headings are those of ${name}.`]
}

function progressing(csv: Csv, onProgress: (share: number) => void) {
  let read = 0
  return csv.rows((bytes) => {
    read += bytes
    onProgress(csv.bytes === 0 ? 1 : read / csv.bytes)
  })
}
