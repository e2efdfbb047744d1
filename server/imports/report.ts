import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { Finding } from './sheet.ts'

type Counts = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  warnings: number
  items: number
  customersCreated: number
}

export type Report = ReturnType<typeof reportTo>

/** Counts what became of the rows and writes down why some were rejected; the file appears with the first of them. */
export function reportTo(errorsFile?: string) {
  const counts: Counts = {
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    warnings: 0,
    items: 0,
    customersCreated: 0,
  }
  const warned = new Map<string, { times: number; line: number }>()
  const firstRejections: Finding[] = []
  let sink: WriteStream | undefined

  const write = (findings: readonly Finding[]) => {
    if (!errorsFile) return
    if (!sink) {
      sink = createWriteStream(errorsFile, { mode: 0o600 })
      sink.write('line,column,reason\r\n')
    }
    const rows = findings.map(({ line, column, reason }) => [line, column, reason])
    sink.write(stringify(rows, { escape_formulas: true, record_delimiter: 'windows' }))
  }

  return {
    counts,
    warned,
    firstRejections,
    count: (outcome: 'created' | 'updated' | 'unchanged') => {
      counts[outcome] += 1
    },
    /** One record is not imported; all that is wrong with it is written down. */
    reject: (findings: readonly Finding[]) => {
      counts.rejected += 1
      const room = Math.max(0, 5 - firstRejections.length)
      firstRejections.push(...findings.slice(0, room))
      write(findings)
    },
    warn: (findings: readonly Finding[]) => {
      for (const { column, reason, line } of findings) {
        const kind = column ? `${column}: ${reason}` : reason
        const known = warned.get(kind)
        warned.set(kind, { times: (known?.times ?? 0) + 1, line: known?.line ?? line })
        counts.warnings += 1
      }
    },
    wroteErrors: () => sink !== undefined,
    /** Waits until what was rejected so far is written down, where it comes faster than the disk takes it. */
    caughtUp: async () => {
      if (sink?.writableNeedDrain) await once(sink, 'drain')
    },
    close: async () => {
      if (!sink) return
      sink.end()
      await finished(sink)
    },
  }
}
