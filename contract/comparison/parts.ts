/** A stretch of two texts laid over each other: in both, in the newer alone, or in the older alone. */
export type Part = { kind: 'same' | 'added' | 'removed'; text: string }

/** What is the same, and then what differs after it. */
type Stretch = { same: string; removed: string; added: string }

export function stretches(parts: readonly Part[]): Stretch[] {
  const found: Stretch[] = []
  for (const { kind, text } of parts) {
    const last = found.at(-1)
    const follows = last && (kind !== 'same' || last.removed + last.added === '')
    if (follows) last[kind] += text
    else found.push({ same: '', removed: '', added: '', [kind]: text })
  }
  return found
}

export function partsOf({ same, removed, added }: Stretch): Part[] {
  const parts: Part[] = [
    { kind: 'same', text: same },
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
  return parts.filter(({ text }) => text !== '')
}

/** A space or a comma: nothing to hold on to between two words that are both others now. */
const gap = /^[^\p{L}\p{N}\n]{1,3}$/u
const isReplaced = ({ removed, added }: Stretch) => removed !== '' && added !== ''

/** Puts together what reads as one change: a phrase that became another, rather than its words one by one. */
export function readable(parts: readonly Part[]): Part[] {
  const found: Stretch[] = []
  for (const stretch of stretches(parts)) {
    const last = found.at(-1)
    if (last && isReplaced(last) && isReplaced(stretch) && gap.test(stretch.same)) {
      last.removed += stretch.same + stretch.removed
      last.added += stretch.same + stretch.added
    } else {
      found.push({ ...stretch })
    }
  }
  return found.flatMap(partsOf)
}
