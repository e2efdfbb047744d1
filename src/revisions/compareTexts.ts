import { type ChangeObject, diffArrays } from 'diff'
import { anchored, type Part } from './anchored.ts'
import { type TokenKind, tokens } from './tokens.ts'

/** How two texts differ, and by how much. The parts that are not `added` are the older text, those not `removed` the newer. */
export type Comparison = {
  parts: Part[]
  words: { added: number; removed: number }
  /** Addresses behind links that are others now. */
  addresses: number
  signs: boolean
  spaces: boolean
}

const lines = (text: string) => text.match(/[^\n]*\n+|[^\n]+$/g) ?? []
const sentences = (text: string) => text.match(/[^.!?\n]*(?:[.!?]+\s*|\n+)|[^.!?\n]+$/g) ?? []
const words = (text: string) => tokens(text).map((token) => token.text)

// The work grows with the square of the edits. These bounds are edits and not time, so that two people see the same.
const mostEdits = 400
const allEdits = 600 ** 2

/** Lines first, then the sentences of what differs, then their words: two texts of 50 KB in a fraction of a second. */
export function compareTexts(older: string, newer: string): Comparison {
  let left = allEdits

  function compareWords(removed: string, added: string): Part[] {
    const limit = Math.min(mostEdits, Math.floor(Math.sqrt(left)))
    const before = words(removed)
    const after = words(added)
    const changes = diffArrays(before, after, { maxEditLength: limit })
    left -= changes ? edits(changes) ** 2 : limit ** 2
    return changes?.map(asPart) ?? anchored(before, after)
  }

  const byLine = anchored(lines(older), lines(newer))
  const bySentence = within(byLine, (removed, added) => anchored(sentences(removed), sentences(added)))
  const parts = joined(within(bySentence, compareWords))
  return { parts, ...counts(parts) }
}

function asPart({ added, removed, value }: ChangeObject<string[]>): Part {
  const kind = added ? 'added' : removed ? 'removed' : 'same'
  return { kind, text: value.join('') }
}

const edits = (changes: readonly ChangeObject<string[]>[]) =>
  changes.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0)

/** Looks closer at each stretch that differs. */
function within(parts: Part[], closer: (removed: string, added: string) => Part[]): Part[] {
  return stretches(parts).flatMap(({ same, removed, added }) => {
    const kept: Part[] = same === '' ? [] : [{ kind: 'same', text: same }]
    if (removed === '' || added === '') return [...kept, ...replaced(removed, added)]
    return [...kept, ...closer(removed, added)]
  })
}

type Stretch = { same: string; removed: string; added: string }

/** What is the same, and then what differs after it. */
function stretches(parts: readonly Part[]): Stretch[] {
  const found: Stretch[] = []
  for (const { kind, text } of parts) {
    const last = found.at(-1)
    if (kind === 'same' || !last) found.push({ same: '', removed: '', added: '', [kind]: text })
    else last[kind] += text
  }
  return found
}

function replaced(removed: string, added: string): Part[] {
  const parts: Part[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
  return parts.filter(({ text }) => text !== '')
}

function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (last?.kind === part.kind) last.text += part.text
    else found.push({ ...part })
  }
  return found
}

function counts(parts: readonly Part[]): Omit<Comparison, 'parts'> {
  const of = (kind: Part['kind']) =>
    parts.filter((part) => part.kind === kind).flatMap(({ text }) => tokens(text))
  const added = of('added')
  const removed = of('removed')
  const count = (list: typeof added, kind: TokenKind) => list.filter((token) => token.kind === kind).length
  const either = (kind: TokenKind) => count(added, kind) + count(removed, kind) > 0
  return {
    words: { added: count(added, 'word'), removed: count(removed, 'word') },
    addresses: Math.max(count(added, 'address'), count(removed, 'address')),
    signs: either('sign'),
    spaces: either('space'),
  }
}
