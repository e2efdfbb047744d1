import spectrum from 'csv-spectrum'
import { describe, expect, test } from 'vitest'
import { type Row, readCsv } from '../server/imports/readCsv.ts'
import { csvFile } from './support/importing.ts'

async function reading(content: string | Buffer) {
  const { headings, rows, notices, delimiter } = await readCsv(csvFile(content))
  const all: Row[] = []
  for await (const row of rows()) all.push(row)
  return { headings, notices, delimiter, all, records: all.map(({ cells }) => cells) }
}

const examples = await new Promise<{ name: string; csv: Buffer; json: Buffer }[]>((resolve, reject) =>
  spectrum((error, found) => (error ? reject(error) : resolve(found))),
)

describe('a CSV file', () => {
  test.each(examples)('of the csv-spectrum ($name) is read as its authors mean it', async ({ csv, json }) => {
    const { headings, records } = await reading(csv)
    // In one example the package's JSON has another telephone number than its CSV.
    const expected = json.toString().replace('1234567890', '2095257564')
    const read = records.map((cells) =>
      Object.fromEntries(headings.map((heading, at) => [heading, cells[at]])),
    )
    expect(read).toEqual([JSON.parse(expected)].flat())
  })

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
    ['commas', ','],
  ])('separated by %s is recognised', async (_name, delimiter) => {
    const lines = [
      ['name', 'note, with a comma; and more', 'x'],
      ['Ann', '', '1'],
      ['Bo', 'a "quoted" word', '2'],
    ]
    const content = lines
      .map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join('\r\n')
    const read = await reading(content)
    expect(read.delimiter).toBe(delimiter)
    expect([read.headings, ...read.records]).toEqual(lines)
  })

  test('with a byte order mark has clean headings', async () => {
    expect((await reading('\ufeffname,x\nAnn,1\n')).headings).toEqual(['name', 'x'])
  })

  test('in Latin-1 is recognised and says so', async () => {
    const { records, notices } = await reading(Buffer.from('name,x\nGonçalves,1\nMüller,2\n', 'latin1'))
    expect(records).toEqual([
      ['Gonçalves', '1'],
      ['Müller', '2'],
    ])
    expect(notices).toEqual(['The file is not UTF-8; it was read as Latin-1 (Windows-1252).'])
  })

  test('in UTF-16 is recognised', async () => {
    expect((await reading(Buffer.from('\ufeffname;x\nŁukasz;1\n', 'utf16le'))).records).toEqual([
      ['Łukasz', '1'],
    ])
  })

  test('with titles above its headings is read below them and says so', async () => {
    const { headings, all, notices } = await reading(
      'Customers of 2024\n\nname,city,x\nAnn,Rome,1\nBo,Oslo,2\n',
    )
    expect(headings).toEqual(['name', 'city', 'x'])
    expect(all.map(({ line }) => line)).toEqual([4, 5])
    expect(notices).toEqual(['The headings stand below 1 other lines, which were skipped.'])
  })

  test('with a sign of inches in a cell is read as it stands', async () => {
    expect((await reading('title,x\nScreen 27" black,1\n"Screen ""27""",2\n')).records).toEqual([
      ['Screen 27" black', '1'],
      ['Screen "27"', '2'],
    ])
  })

  test('that states its separator as spreadsheets do is read so', async () => {
    expect((await reading('sep=;\nname;x\nAnn;1\n')).all).toEqual([{ line: 3, cells: ['Ann', '1'] }])
  })

  test('names the line where a record begins, however many lines it has', async () => {
    expect((await reading('a,b\n1,"x\ny\nz"\n2,y\n')).all.map(({ line }) => line)).toEqual([2, 5])
  })

  test('with a record too short or too long says which', async () => {
    const { all } = await reading('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3\n')
    expect(all.map(({ fault }) => fault)).toEqual([
      undefined,
      'The line has 2 cells where the headings have 3.',
      'The line has 4 cells where the headings have 3.',
      undefined,
    ])
  })

  test('with an open quotation mark is read up to there and says where', async () => {
    const { all } = await reading('a,b\n1,2\n3,"4\n5,6\n')
    expect(all).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: [], fault: 'A quotation mark is opened and never closed; reading stopped here.' },
    ])
  })

  test.each([
    ['a workbook', Buffer.from('PK\x03\x04...'), 'not CSV'],
    ['no text', Buffer.from([1, 0, 2, 0, 9]), 'not CSV'],
    ['nothing', '', 'The file is empty.'],
  ])('that is %s is refused in one sentence', async (_what, content, reason) => {
    await expect(reading(content)).rejects.toThrow(reason)
  })

  test('that does not exist is refused in one sentence', async () => {
    await expect(readCsv('/nowhere/at/all.csv')).rejects.toThrow('/nowhere/at/all.csv cannot be read.')
  })
})
