import { inOrder, type Pair, unique } from './anchored.ts'

type Pieces = readonly string[]

/**
 * Which pieces of two texts stand for each other: what both begin and end with, then what stands once in each, then
 * the same again between those. Both places only ever go forward.
 */
export function align(before: Pieces, after: Pieces): Pair[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++

  const middle = between(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  return [
    ...run(head, 0, 0),
    ...shifted(middle, head, head),
    ...run(tail, before.length - tail, after.length - tail),
  ]
}

function between(before: Pieces, after: Pieces): Pair[] {
  const anchors = inOrder(unique(before, after))
  if (anchors.length === 0) return inPlace(before, after)
  const pairs: Pair[] = []
  let left = 0
  let right = 0
  for (const [one, other] of anchors) {
    const inner = align(before.slice(left, one), after.slice(right, other))
    for (const pair of shifted(inner, left, right)) pairs.push(pair)
    pairs.push([one, other])
    left = one + 1
    right = other + 1
  }
  for (const pair of shifted(align(before.slice(left), after.slice(right)), left, right)) pairs.push(pair)
  return pairs
}

/** Several paragraphs in a row, each written anew: as many as before, so each stands for the one in its place. */
function inPlace(before: Pieces, after: Pieces): Pair[] {
  if (before.length !== after.length) return []
  return before.flatMap((piece, at): Pair[] => (piece === after[at] ? [[at, at]] : []))
}

const run = (count: number, left: number, right: number): Pair[] =>
  Array.from({ length: count }, (_, at): Pair => [left + at, right + at])

const shifted = (pairs: readonly Pair[], left: number, right: number): Pair[] =>
  pairs.map(([one, other]): Pair => [one + left, other + right])
