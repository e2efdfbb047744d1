import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { Listr } from 'listr2'
import { codeOf } from '../cannotStart.ts'
import { CannotImport } from '../imports/cannotImport.ts'
import type { DateOrder } from '../imports/instants.ts'
import { type Report, reportTo } from '../imports/report.ts'
import { type Options, prepareCustomers, preparePurchases } from '../imports/run.ts'
import { withDatabase } from './withDatabase.ts'

export type ImportOptions = Omit<Options, 'mapItem' | 'dates'> & {
  mapItem?: string[]
  dateOrder?: DateOrder
  errors?: string
  json: boolean
}

const nothingDone = 2

/** Imports a file, says what became of it and sets the exit code: 0 all rows, 1 some rejected, 2 nothing done. */
export async function importFile(noun: 'customers' | 'purchases', file: string, options: ImportOptions) {
  // With --json, standard output carries the summary alone.
  const say = options.json ? console.error : console.log
  try {
    if (options.errors !== undefined) refuseUnwritable(options.errors)
    const prepare = noun === 'customers' ? prepareCustomers : preparePurchases
    const prepared = await prepare(file, {
      ...options,
      mapItem: options.mapItem ?? [],
      dates: options.dateOrder,
    })
    for (const notice of prepared.notices) say(notice)
    const isOld = options.errors !== undefined && existsSync(options.errors)
    const report = reportTo(options.errors)
    let exitCode: number | undefined
    await withDatabase(async ({ db }) => {
      const isWatched = process.stdout.isTTY && !options.json
      const title = `Importing ${noun}`
      const tasks = new Listr(
        {
          title,
          task: (_, task) =>
            prepared.run(db, new Date(), report, (share) => {
              task.title = `${title} ${bar(share)}`
            }),
        },
        { renderer: isWatched ? 'default' : 'silent' },
      )
      const fault = await tasks.run().then(
        () => null,
        (error: unknown) => error ?? new Error('the import stopped'),
      )
      await report.close()
      if (fault) console.error(stopped(fault, report))
      for (const line of summary(report, options)) say(line)
      if (isOld && !report.wroteErrors()) say(`Nothing was rejected; ${options.errors} is of an earlier run.`)
      if (options.json) console.log(JSON.stringify({ noun, dryRun: options.dryRun, ...report.counts }))
      exitCode = codeFor(report, fault !== null)
      return exitCode
    })
    process.exitCode = exitCode ?? nothingDone
  } catch (error) {
    if (!(error instanceof CannotImport)) throw error
    console.error(error.message)
    process.exitCode = nothingDone
  }
}

/** Before anything is read: the file itself appears with the first rejected row, when others are in already. */
function refuseUnwritable(file: string) {
  try {
    if (existsSync(file)) closeSync(openSync(file, 'r+'))
    else accessSync(dirname(file), constants.W_OK)
  } catch (cause) {
    throw new CannotImport(`${file} cannot be written: say another file or folder with --errors.`, { cause })
  }
}

function codeFor({ counts }: Report, isStopped: boolean): number {
  if (counts.created + counts.updated + counts.unchanged === 0) return nothingDone
  return counts.rejected > 0 || isStopped ? 1 : 0
}

function summary(
  { counts, warned, firstRejections, wroteErrors }: Report,
  { dryRun, errors }: ImportOptions,
): string[] {
  const { created, updated, unchanged, rejected, warnings, items, customersCreated } = counts
  const total = created + updated + unchanged + rejected
  const lines = [
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected${dryRun ? ' (dry run: nothing was written)' : ''}.`,
  ]
  if (total === 0) lines.push('The file holds no rows below its headings.')
  if (items > 0) lines.push(`${items} line items; ${customersCreated} customers made from purchases.`)
  if (warnings > 0) lines.push(`${warnings} warnings; these rows are imported all the same:`)
  for (const [what, { times, line }] of warned) lines.push(`  ${times} × ${what} First on line ${line}.`)
  for (const { line, column, reason } of firstRejections) {
    lines.push(`  Line ${line}${column ? `, ${column}` : ''}: ${reason}`)
  }
  if (wroteErrors()) lines.push(`What was rejected, and why, stands in ${errors}.`)
  else if (rejected > 0) lines.push('Say --errors FILE to have every rejected row written down.')
  return lines
}

function stopped(fault: unknown, { counts }: Report): string {
  const code = codeOf(fault) ?? (fault instanceof Error ? codeOf(fault.cause) : undefined)
  const done = counts.created + counts.updated
  const kept =
    done > 0 ? `${done} rows are in; run the same command again for the rest.` : 'Nothing was written.'
  const why =
    fault instanceof CannotImport ? fault.message : `The import stopped (${code ?? 'unexpected fault'}).`
  return `${why} ${kept}`
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 24)
  return `${'█'.repeat(full)}${'░'.repeat(24 - full)} ${Math.floor(Math.min(1, share) * 100)} %`
}
