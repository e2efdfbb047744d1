import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readCsv } from '../../server/imports/readCsv.ts'

type Found = { file: string; wrong: unknown }

/** What the oddities must come to: headings and the first record, checked by eye once. */
const oddities: Record<string, { headings: string[]; rows: number; first: string[] }> = {
  'complex.csv': {
    headings: ['date', 'another date', 'temperature', 'place'],
    rows: 3,
    first: ['2011-01-01', '24 October 2011', '0', ''],
  },
  'null.csv': { headings: ['1', 'null', '0', '0'], rows: 9, first: ['2', '0', '0', 'null'] },
  'simple.psv': {
    headings: [
      'Year',
      'New dwellings',
      'Other dwellings',
      'All dwellings',
      'First time buyers',
      'Former owner occupiers',
    ],
    rows: 28,
    first: ['1986', '44000', '35000', '36000', '27000', '45000'],
  },
  'skip_initials.csv': { headings: ['field1', 'field2'], rows: 2, first: ['hello', 'goodbye'] },
  'utf8bom.csv': { headings: ['kitten', 'win'], rows: 0, first: [] },
}

export async function messy(folder: string): Promise<Found[]> {
  return [
    ...(await spectrum(join(folder, 'messy-csv', 'csv-spectrum'))),
    ...(await tables(join(folder, 'messy-csv', 'messytables'))),
  ]
}

const Records = z.union([z.array(z.record(z.string(), z.string())), z.record(z.string(), z.string())])

async function spectrum(folder: string): Promise<Found[]> {
  const found: Found[] = []
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.csv'))) {
    const expected = Records.parse(
      JSON.parse(await readFile(join(folder, file.replace('.csv', '.json')), 'utf8')),
    )
    const { headings, records } = await read(join(folder, file))
    const objects = records.map((cells) =>
      Object.fromEntries(headings.map((heading, at) => [heading, cells[at]])),
    )
    found.push({
      file,
      wrong: JSON.stringify(objects) === JSON.stringify([expected].flat()) ? null : objects,
    })
  }
  return found
}

async function tables(folder: string): Promise<Found[]> {
  const found: Found[] = []
  for (const [file, expected] of Object.entries(oddities)) {
    const { headings, records } = await read(join(folder, file))
    const got = { headings, rows: records.length, first: records[0] ?? [] }
    found.push({ file, wrong: JSON.stringify(got) === JSON.stringify(expected) ? null : got })
  }
  const { headings, notices } = await read(join(folder, 'spanish_chars.csv'))
  const isRight = headings.at(-1) === 'Descripción' && notices.some((notice) => notice.includes('Latin-1'))
  return [...found, { file: 'spanish_chars.csv', wrong: isRight ? null : { headings, notices } }]
}

async function read(file: string) {
  const csv = await readCsv(file)
  const records: string[][] = []
  for await (const row of csv.rows()) {
    if (row.fault) throw new Error(`${file}: ${row.fault}`)
    records.push(row.cells)
  }
  return { ...csv, records }
}
