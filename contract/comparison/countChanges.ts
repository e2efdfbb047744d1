import type { Part } from './parts.ts'
import { type TokenKind, tokens } from './tokens.ts'

export type Counts = {
  words: { added: number; removed: number }
  /** Addresses behind links. */
  links: { added: number; removed: number }
  /** The marks of Markdown: stars, number signs, list dashes. */
  formatting: boolean
  punctuation: boolean
  spaces: boolean
}

export function countChanges(parts: readonly Part[]): Counts {
  const added = kindsIn(parts, 'added')
  const removed = kindsIn(parts, 'removed')
  const count = (kinds: readonly TokenKind[], kind: TokenKind) => kinds.filter((each) => each === kind).length
  return {
    words: { added: count(added, 'word'), removed: count(removed, 'word') },
    links: { added: count(added, 'address'), removed: count(removed, 'address') },
    formatting: [...added, ...removed].includes('mark'),
    punctuation: [...added, ...removed].includes('sign'),
    spaces: [...added, ...removed].includes('space'),
  }
}

/** Told within the whole text: `/terms.md` alone does not show that it is the address behind a link. */
function kindsIn(parts: readonly Part[], kind: 'added' | 'removed'): TokenKind[] {
  const own = parts.filter((part) => part.kind === 'same' || part.kind === kind)
  const found: TokenKind[] = []
  let part = 0
  let partEnd = own[0]?.text.length ?? 0
  let from = 0
  for (const token of tokens(own.map(({ text }) => text).join(''))) {
    const to = from + token.text.length
    let isChanged = false
    for (; part < own.length; partEnd += own[++part]?.text.length ?? 0) {
      isChanged ||= own[part]?.kind === kind && partEnd > from
      if (partEnd >= to) break
    }
    if (isChanged) found.push(token.kind)
    from = to
  }
  return found
}
