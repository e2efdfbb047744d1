import type { Mapping } from './mapping.ts'
import type { Row } from './readCsv.ts'

export type Finding = { line: number; column: string; reason: string }

/** One row while it is read: what stands in it, and what is found to be wrong with it. */
export type Sheet<Field extends string> = {
  line: number
  /** The cell as typed, '' for an empty one or for what exports write for nothing. */
  get: (field: Field) => string
  has: (field: Field) => boolean
  /** The row will not be imported, for this reason. */
  refuse: (field: Field | null, reason: string) => void
  /** The row is imported all the same. */
  warn: (field: Field | null, reason: string) => void
  refusals: Finding[]
  warnings: Finding[]
}

/** `NULL` may be somebody's name, so names are spared. */
const nothing = /^(?:null|NULL|\\N|n\/a|N\/A|#N\/A|-|--)$/
const names = /name|company|recipient|title/i

/** A row as its columns are mapped; what is wrong with it gathers in it. */
export function sheetOf<Field extends string>(row: Row, mapping: Mapping<Field>): Sheet<Field> {
  const refusals: Finding[] = []
  const warnings: Finding[] = []
  const finding = (field: Field | null, reason: string) => ({
    line: row.line,
    column: field === null ? '' : mapping.column(field),
    reason,
  })
  if (row.fault) refusals.push(finding(null, row.fault))
  return {
    line: row.line,
    get: (field) => {
      const text = mapping.cell(row, field)
      return nothing.test(text) && !names.test(field) ? '' : text
    },
    has: mapping.has,
    refuse: (field, reason) => refusals.push(finding(field, reason)),
    warn: (field, reason) => warnings.push(finding(field, reason)),
    refusals,
    warnings,
  }
}
