import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { CannotImport } from './cannotImport.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { decoded, type Encoding, encodingOf } from './encoding.ts'

/** One record of a file; `line` is where it begins, `fault` why its cells cannot be trusted. */
export type Row = { line: number; cells: string[]; fault?: string }

export type Csv = {
  headings: string[]
  delimiter: string
  encoding: Encoding
  notices: string[]
  bytes: number
  rows: (onBytes?: (bytes: number) => void) => AsyncIterable<Row>
}

const delimiterNames: Record<string, string> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/**
 * Opens a CSV file: finds its encoding, its separator and its headings. Rows are streamed, never held.
 * @throws CannotImport with one sentence if the file cannot be read as CSV
 */
export async function readCsv(file: string): Promise<Csv> {
  const bytes = await sizeOf(file)
  const encoding = await encodingOf(file)
  const dialect = dialectOf(await beginningOf(file, encoding))
  const { headings, delimiter, headingsAt } = dialect
  if (headings.length === 0) throw new CannotImport('The file is empty.')
  const notices: string[] = []
  if (encoding === 'windows-1252')
    notices.push('The file is not UTF-8; it was read as Latin-1 (Windows-1252).')
  if (encoding === 'utf-16le') notices.push('The file was read as UTF-16.')
  if (delimiterNames[delimiter]) notices.push(`Its cells are separated by ${delimiterNames[delimiter]}.`)
  if (headingsAt > 0) notices.push(`The headings stand below ${headingsAt} other lines, which were skipped.`)
  return {
    headings,
    delimiter,
    encoding,
    notices,
    bytes,
    rows: (onBytes) => rowsOf(file, encoding, dialect, onBytes),
  }
}

async function* rowsOf(
  file: string,
  encoding: Encoding,
  { delimiter, headings, headingsAt, skipped }: Dialect,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    from_line: skipped + 1,
    from: headingsAt + 2,
    trim: delimiter !== '\t',
    relax_column_count: true,
    // A lone sign of inches in a title is no quotation.
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 1024 * 1024,
  })
  const source = Readable.from(decoded(file, encoding, onBytes))
  source.on('error', (error) => parser.destroy(error))
  let last = skipped
  try {
    const parsed: AsyncIterable<Parsed> = source.pipe(parser)
    for await (const { record, info } of parsed) {
      last = info.lines
      const line = info.lines - breaksIn(record)
      yield { line, cells: record, ...faultOf(record, headings) }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield { line: last + 1, cells: [], fault: reading(error) }
  } finally {
    source.destroy()
  }
}

type Parsed = { record: string[]; info: { lines: number } }

function breaksIn(record: string[]): number {
  return record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
}

function faultOf(record: string[], headings: string[]): { fault?: string } {
  if (record.length === headings.length) return {}
  return { fault: `The line has ${record.length} cells where the headings have ${headings.length}.` }
}

function reading(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quotation mark is opened and never closed; reading stopped here.'
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return 'The record is longer than 1 MB, most likely because of an open quotation mark; reading stopped here.'
  return `The file cannot be read on from here (${error.code}).`
}

async function beginningOf(file: string, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding)
  let beginning = ''
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { end: 256 * 1024 - 1 })
  for await (const chunk of chunks) {
    beginning += decoder.decode(chunk, { stream: true })
  }
  return beginning
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file)
    if (!found.isFile()) throw new CannotImport(`${file} is not a file.`)
    return found.size
  } catch (error) {
    if (error instanceof CannotImport) throw error
    throw new CannotImport(`${file} cannot be read.`, { cause: error })
  }
}
