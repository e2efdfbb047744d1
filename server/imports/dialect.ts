import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'

export type Dialect = { delimiter: string; headingsAt: number; headings: string[]; skipped: number }

const delimiters = [',', ';', '\t', '|']
const sampled = 30

/**
 * How a file separates its cells and which of its records holds the headings, judged by its beginning: the
 * separator that gives the most records of one width. Titles above the headings are narrower than the rest.
 */
export function dialectOf(beginning: string): Dialect {
  const stated = /^sep=(.)\r?\n/.exec(beginning)
  const sample = stated ? beginning.slice(stated[0].length) : beginning
  const skipped = stated ? 1 : 0
  const trials = (stated?.[1] ? [stated[1]] : delimiters).map((delimiter) => trial(sample, delimiter))
  const best = trials.reduce((one, other) => (other.score > one.score ? other : one))
  const at = Math.max(
    0,
    best.records.findIndex(
      (record) => record.length === best.width && record.filter(Boolean).length > best.width / 2,
    ),
  )
  return { delimiter: best.delimiter, headingsAt: at, headings: best.records[at] ?? [], skipped }
}

function trial(sample: string, delimiter: string) {
  const records = parseSample(sample, delimiter)
  const widths = new Map<number, number>()
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width, count] = [...widths].reduce((one, other) => (other[1] > one[1] ? other : one), [1, 0])
  const score = width < 2 ? 0 : count / records.length + width / 10_000
  return { delimiter, records, width, score }
}

/** A separator that makes nonsense of the quotes is simply not the right one; the real reading names the fault. */
function parseSample(sample: string, delimiter: string): string[][] {
  const records: string[][] = []
  try {
    parse(sample, {
      delimiter,
      to: sampled,
      trim: delimiter !== '\t',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record: string[]) => {
        records.push(record)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return records
}
