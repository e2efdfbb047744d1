import { align } from './align.ts'
import { paragraphs } from './paragraphs.ts'

/**
 * A stretch of three texts: what it was, what a colleague made of it, and what I did. All stretches put together are
 * the three texts again, so that nothing of any side can be missing. A person has to decide on `conflict` alone.
 */
export type MergePart = {
  kind: 'same' | 'theirs' | 'mine' | 'alike' | 'conflict'
  base: string
  theirs: string
  mine: string
}

type Pieces = readonly string[]

/** Merges what two people made of one text, paragraph by paragraph; what only one of them changed is taken over. */
export function merge(base: string, theirs: string, mine: string): MergePart[] {
  const [old, one, other] = [paragraphs(base), paragraphs(theirs), paragraphs(mine)]
  const inTheirs = new Map(align(old, one))
  const inMine = new Map(align(old, other))
  const parts: MergePart[] = []
  let from = { base: 0, theirs: 0, mine: 0 }
  for (let at = 0; at <= old.length; at++) {
    const theirPlace = at === old.length ? one.length : inTheirs.get(at)
    const myPlace = at === old.length ? other.length : inMine.get(at)
    if (theirPlace === undefined || myPlace === undefined) continue
    parts.push(
      ...settled(
        old.slice(from.base, at),
        one.slice(from.theirs, theirPlace),
        other.slice(from.mine, myPlace),
      ),
    )
    const kept = old[at]
    if (kept !== undefined) parts.push(part('same', kept, kept, kept))
    from = { base: at + 1, theirs: theirPlace + 1, mine: myPlace + 1 }
  }
  return joined(parts)
}

/** What lies between two paragraphs that all three have. */
function settled(base: Pieces, theirs: Pieces, mine: Pieces): MergePart[] {
  const [was, one, other] = [base.join(''), theirs.join(''), mine.join('')]
  if (was === one && was === other) return was === '' ? [] : [part('same', was, one, other)]
  if (one === other) return [part('alike', was, one, other)]
  if (was === other) return [part('theirs', was, one, other)]
  if (was === one) return [part('mine', was, one, other)]
  if (base.length === 0) return bothAdded(theirs, mine)
  return besideEachOther(base, theirs, mine) ?? [part('conflict', was, one, other)]
}

/** Two people added something in one place: what both added is there once, what differs in one place is to be decided. */
function bothAdded(theirs: Pieces, mine: Pieces): MergePart[] {
  const parts: MergePart[] = []
  let left = 0
  let right = 0
  for (const [one, other] of [...align(theirs, mine), [theirs.length, mine.length] as const]) {
    const added = theirs.slice(left, one).join('')
    const written = mine.slice(right, other).join('')
    const kind = added === '' ? 'mine' : written === '' ? 'theirs' : 'conflict'
    if (added + written !== '') parts.push(part(kind, '', added, written))
    const both = theirs[one]
    if (both !== undefined) parts.push(part('alike', '', both, both))
    left = one + 1
    right = other + 1
  }
  return parts
}

/** One side added before or after what the other one changed: each keeps its own place. */
function besideEachOther(base: Pieces, theirs: Pieces, mine: Pieces): MergePart[] | null {
  const was = base.join('')
  const [byThem, byMe] = [added(base, theirs), added(base, mine)]
  if (byMe && byMe.place !== byThem?.place) {
    const changed = part('theirs', was, theirs.join(''), was)
    const addition = part('mine', '', '', byMe.text)
    return byMe.place === 'before' ? [addition, changed] : [changed, addition]
  }
  if (byThem && !byMe) {
    const changed = part('mine', was, was, mine.join(''))
    const addition = part('theirs', '', byThem.text, '')
    return byThem.place === 'before' ? [addition, changed] : [changed, addition]
  }
  return null
}

function added(base: Pieces, now: Pieces): { place: 'before' | 'after'; text: string } | null {
  const more = now.length - base.length
  if (more <= 0) return null
  if (base.every((piece, at) => piece === now[at])) {
    return { place: 'after', text: now.slice(base.length).join('') }
  }
  if (base.every((piece, at) => piece === now[at + more])) {
    return { place: 'before', text: now.slice(0, more).join('') }
  }
  return null
}

const part = (kind: MergePart['kind'], base: string, theirs: string, mine: string): MergePart => ({
  kind,
  base,
  theirs,
  mine,
})

function joined(parts: readonly MergePart[]): MergePart[] {
  const found: MergePart[] = []
  for (const next of parts) {
    const last = found.at(-1)
    if (last && last.kind === next.kind && last.kind !== 'conflict') {
      last.base += next.base
      last.theirs += next.theirs
      last.mine += next.mine
    } else {
      found.push({ ...next })
    }
  }
  return found
}
