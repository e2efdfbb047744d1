import type { Part } from './parts.ts'

/**
 * Finds what two texts have in common by the pieces that stand exactly once in each ("patience"): quick at any
 * size, and true to the order in which a person reads.
 */
export function anchored(before: readonly string[], after: readonly string[]): Part[] {
  const parts: Part[] = []
  let left = 0
  let right = 0
  const push = (kind: Part['kind'], pieces: readonly string[]) => {
    if (pieces.length > 0) parts.push({ kind, text: pieces.join('') })
  }
  for (const [one, other] of inOrder(unique(before, after))) {
    push('removed', before.slice(left, one))
    push('added', after.slice(right, other))
    push('same', before.slice(one, one + 1))
    left = one + 1
    right = other + 1
  }
  push('removed', before.slice(left))
  push('added', after.slice(right))
  return parts
}

export type Pair = readonly [number, number]

/** Pairs of places at which a piece stands that each side has exactly once. */
export function unique(before: readonly string[], after: readonly string[]): Pair[] {
  const places = once(after)
  return [...once(before)].flatMap(([piece, at]): Pair[] => {
    const other = places.get(piece)
    return other === undefined ? [] : [[at, other]]
  })
}

function once(pieces: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [at, piece] of pieces.entries()) {
    if (found.has(piece)) twice.add(piece)
    found.set(piece, at)
  }
  for (const piece of twice) found.delete(piece)
  return found
}

type Link = { pair: Pair; before: Link | undefined }

/** The longest run of pairs that go forward in both texts: what was moved is not in it. */
export function inOrder(pairs: readonly Pair[]): Pair[] {
  const ends: Link[] = []
  for (const pair of pairs) {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1
      else high = middle
    }
    ends[low] = { pair, before: ends[low - 1] }
  }
  const run: Pair[] = []
  for (let link = ends.at(-1); link; link = link.before) run.push(link.pair)
  return run.reverse()
}
