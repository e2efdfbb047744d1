import { foldUnchanged } from './foldUnchanged.ts'
import type { Part } from './parts.ts'

export type Change = {
  kind: 'change'
  /** From 1, in the order of the text. */
  number: number
  removed: string
  added: string
  /** How far into the comparison it begins. */
  at: number
}
export type Folded = { kind: 'folded'; text: string; lines: number; at: number }
type Same = { kind: 'same'; text: string; at: number }
export type Segment = Change | Folded | Same

/** A comparison as it is read: what stayed, what is folded away of it, and every change with a number to go to. */
export function segments(parts: readonly Part[]): Segment[] {
  const found: Segment[] = []
  let number = 0
  for (const fold of foldUnchanged(parts)) {
    const { kind, text, at } = fold
    const last = found.at(-1)
    if (kind === 'folded') found.push(fold)
    else if (kind === 'same') found.push({ kind, text, at })
    else if (last?.kind === 'change') last[kind] += text
    else {
      number += 1
      found.push({ kind: 'change', number, removed: '', added: '', at, [kind]: text })
    }
  }
  return found
}

/** How many changes there are to go through. */
export const countSegments = (found: readonly Segment[]) =>
  found.filter(({ kind }) => kind === 'change').length
