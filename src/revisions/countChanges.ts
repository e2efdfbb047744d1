import type { Part } from './parts.ts'
import { type TokenKind, tokens } from './tokens.ts'

export type Counts = {
  words: { added: number; removed: number }
  /** Addresses behind links. */
  links: { added: number; removed: number }
  signs: boolean
  spaces: boolean
}

export function countChanges(parts: readonly Part[]): Counts {
  const added = kindsIn(parts, 'added')
  const removed = kindsIn(parts, 'removed')
  const count = (kinds: readonly TokenKind[], kind: TokenKind) => kinds.filter((each) => each === kind).length
  return {
    words: { added: count(added, 'word'), removed: count(removed, 'word') },
    links: { added: count(added, 'address'), removed: count(removed, 'address') },
    signs: [...added, ...removed].includes('sign'),
    spaces: [...added, ...removed].includes('space'),
  }
}

const kindsIn = (parts: readonly Part[], kind: Part['kind']) =>
  parts
    .filter((part) => part.kind === kind)
    .flatMap(({ text }) => tokens(text))
    .map((token) => token.kind)
