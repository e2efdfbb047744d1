import { CannotImport } from './cannotImport.ts'
import { aliases } from './fields.ts'
import type { Row } from './readCsv.ts'
import { refusedColumn } from './refusedColumns.ts'

/** Columns to read a field from, best first: the first that holds something counts. */
export type Columns<Field extends string> = Partial<Record<Field, readonly string[]>>

export type Mapping<Field extends string> = {
  /** The text of a field in a row; what `--set` gives when the cell is empty. */
  cell: (row: Row, field: Field) => string
  /** The heading that a person finds the field under, to say where a fault is. */
  column: (field: Field) => string
  has: (field: Field) => boolean
  notices: string[]
}

type Request<Field extends string> = {
  headings: string[]
  fields: readonly Field[]
  preset?: Columns<Field>
  /** `field=Column`, as typed. */
  map: readonly string[]
  /** `field=value`, as typed. */
  set?: readonly string[]
  option?: string
}

/**
 * Which columns feed which field, the first that holds something in a row: what was typed, else the preset, else a heading that is called like the field.
 * Columns of passwords, cards and IP addresses are never read.
 * @throws CannotImport naming what was typed if a field or a column does not exist, or a refused column is asked for
 */
export function mappingOf<Field extends string>(request: Request<Field>): Mapping<Field> {
  const { headings, fields, preset, map, set = [], option = '--map' } = request
  const typed = map.map((pair) => pairOf(pair, fields, option))
  const values = new Map(set.map((pair) => pairOf(pair, fields, '--set')))
  for (const [field, heading] of typed) refuseHeading(heading, headings, `${option} ${field}=${heading}`)

  const places = new Map<Field, { index: number; heading: string }[]>()
  for (const field of fields) {
    const explicit = typed.flatMap(([name, heading]) => (name === field ? [heading] : []))
    const wanted = explicit.length > 0 ? explicit : (preset?.[field] ?? ownName(field, headings))
    const found = wanted.flatMap((heading) => placesOf(heading, headings))
    if (found.length > 0) places.set(field, found)
  }
  const read = new Set([...places.values()].flat().map(({ index }) => index))
  return {
    cell: (row, field) => {
      for (const { index } of places.get(field) ?? []) {
        const text = row.cells[index] ?? ''
        if (text !== '') return text
      }
      return values.get(field) ?? ''
    },
    column: (field) => places.get(field)?.[0]?.heading ?? field,
    has: (field) => places.has(field) || values.has(field),
    notices: noticesOn(headings, read),
  }
}

function pairOf<Field extends string>(
  pair: string,
  fields: readonly Field[],
  option: string,
): [Field, string] {
  const at = pair.indexOf('=')
  const name = pair.slice(0, Math.max(0, at)).trim()
  const field = fieldCalled(name, fields)
  if (at < 1 || field === undefined) {
    throw new CannotImport(`${option} ${pair} names no known field. The fields are: ${fields.join(', ')}.`)
  }
  return [field, pair.slice(at + 1).trim()]
}

function fieldCalled<Field extends string>(name: string, fields: readonly Field[]): Field | undefined {
  const called = (word: string) => fields.find((field) => plain(field) === plain(word))
  const alias = Object.entries(aliases).find(([word]) => plain(word) === plain(name))?.[1]
  return called(name) ?? (alias === undefined ? undefined : called(alias))
}

function refuseHeading(heading: string, headings: string[], typed: string) {
  const found = placesOf(heading, headings)
  if (found.length === 0) {
    throw new CannotImport(`${typed}: the file has no such column. Its columns are: ${headings.join(', ')}.`)
  }
  if (found.length > 1) throw new CannotImport(`${typed}: the file has this heading ${found.length} times.`)
  const what = refusedColumn(heading)
  if (what) throw new CannotImport(`${typed}: this column is refused, since ${what} are never stored.`)
}

function placesOf(heading: string, headings: string[]) {
  return headings.flatMap((found, index) =>
    found.toLowerCase() === heading.toLowerCase() ? [{ index, heading: found }] : [],
  )
}

function ownName(field: string, headings: string[]): string[] {
  return headings.filter((heading) => plain(heading) === plain(field) && !refusedColumn(heading)).slice(0, 1)
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function noticesOn(headings: string[], read: Set<number>): string[] {
  const refused = headings.flatMap((heading) => {
    const what = refusedColumn(heading)
    return what ? [`The column "${heading}" was not read: ${what} are never stored.`] : []
  })
  const unread = headings.filter((heading, index) => heading && !read.has(index) && !refusedColumn(heading))
  return unread.length > 0 ? [...refused, `Columns not read: ${unread.join(', ')}.`] : refused
}
