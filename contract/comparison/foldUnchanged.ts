import type { Part } from './parts.ts'

/** A part to read, or a stretch without a change that is put away until somebody asks for it. */
export type Fold = Piece & {
  /** How far into the comparison it begins. */
  at: number
}

/** Lines kept beside a change, so that one reads what it is about. Blank lines do not count. */
const beside = 1
/** Fewer lines than these are read sooner than unfolded. */
const fewest = 3

export function foldUnchanged(parts: readonly Part[]): Fold[] {
  let at = 0
  return split(parts).map((piece) => {
    const fold = { ...piece, at }
    at += piece.text.length
    return fold
  })
}

type Piece = Part | { kind: 'folded'; text: string; lines: number }

function split(parts: readonly Part[]): Piece[] {
  return parts.flatMap((part, index): Piece[] => {
    if (part.kind !== 'same') return [part]
    const lines = part.text.match(/[^\n]*\n+|[^\n]+$/g) ?? []
    // The first piece ends the line of a change, the last one begins it: neither is a line of its own.
    const head = index === 0 ? 0 : beside + 1
    const tail = index === parts.length - 1 ? 0 : beside + (part.text.endsWith('\n') ? 0 : 1)
    const folded = lines.slice(head, Math.max(head, lines.length - tail))
    if (folded.length < fewest) return [part]
    const kept = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'same', text }])
    return [
      ...kept(lines.slice(0, head).join('')),
      { kind: 'folded', text: folded.join(''), lines: folded.length },
      ...kept(lines.slice(head + folded.length).join('')),
    ]
  })
}
