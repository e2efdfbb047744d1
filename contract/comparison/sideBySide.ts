import type { Folded, Segment } from './segments.ts'

/** A stretch in one of the two columns; `change` is the number of the change that it belongs to. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string; change: number | null }
type Row = { kind: 'row'; at: number; left: Piece[]; right: Piece[] }

/** The older text at the left and the newer at the right, level with each other at every line end that both have. */
export function sideBySide(found: readonly Segment[]): (Row | Folded)[] {
  const rows: (Row | Folded)[] = []
  let row: Row | undefined
  const rowFrom = (at: number): Row => {
    if (!row) {
      row = { kind: 'row', at, left: [], right: [] }
      rows.push(row)
    }
    return row
  }
  for (const segment of found) {
    if (segment.kind === 'folded') {
      rows.push(segment)
      row = undefined
    } else if (segment.kind === 'same') {
      let { at } = segment
      for (const line of segment.text.match(/[^\n]*\n+|[^\n]+$/g) ?? []) {
        const { left, right } = rowFrom(at)
        left.push({ kind: 'same', text: line, change: null })
        right.push({ kind: 'same', text: line, change: null })
        if (line.endsWith('\n')) row = undefined
        at += line.length
      }
    } else {
      const { number: change, removed, added } = segment
      const { left, right } = rowFrom(segment.at)
      if (removed !== '') left.push({ kind: 'removed', text: removed, change })
      if (added !== '') right.push({ kind: 'added', text: added, change })
    }
  }
  return rows
}
