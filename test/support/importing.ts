import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../../server/database/connect.ts'
import { reportTo } from '../../server/imports/report.ts'
import { type Options, prepareCustomers, preparePurchases } from '../../server/imports/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'steward-import-'))
const now = new Date('2026-11-22T10:00:00.000Z')
let files = 0

/** A file of this content, which only this test has. */
export function csvFile(content: string | Buffer): string {
  files += 1
  const file = join(folder, `${files}.csv`)
  writeFileSync(file, content)
  return file
}

/** Imports a text as a file and answers the counts, the notices and what the file of errors holds. */
export async function importing(
  db: Db,
  noun: 'customers' | 'purchases',
  content: string | Buffer,
  options: Partial<Options> = {},
) {
  const prepare = noun === 'customers' ? prepareCustomers : preparePurchases
  const prepared = await prepare(csvFile(content), {
    map: [],
    set: [],
    mapItem: [],
    dryRun: false,
    ...options,
  })
  const errorsFile = join(folder, `${files}.errors.csv`)
  const report = reportTo(errorsFile)
  await prepared.run(db, now, report, () => {})
  await report.close()
  return {
    ...report.counts,
    notices: prepared.notices,
    warned: [...report.warned.keys()],
    errors: report.wroteErrors() ? readFileSync(errorsFile, 'utf8') : null,
  }
}
