/** What a reader tells apart: words, the address behind a link, spaces, the marks of Markdown, and all other signs. */
export type TokenKind = 'word' | 'address' | 'space' | 'mark' | 'sign'
type Token = { kind: TokenKind; text: string }

const address = /(?:https?:\/\/|mailto:)[^\s<>()[\]]+|(?<=\]\()[^\s()]+/g
// Segmenter knows where words end in every language, also in those that write without spaces.
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A text in pieces that, put together, are the text again. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    push(found, text.slice(from, match.index))
    found.push({ kind: 'address', text: match[0] })
    from = match.index + match[0].length
  }
  push(found, text.slice(from))
  return found
}

const mark = /^[*_#`~|>\\[\]]+$/
/** A dash that begins a line makes a list; elsewhere it is a dash. */
const listMark = /^[-+]$/

function push(found: Token[], text: string) {
  for (const { segment, isWordLike } of words.segment(text)) {
    found.push({ kind: isWordLike ? 'word' : kindOf(segment, found), text: segment })
  }
}

function kindOf(segment: string, before: readonly Token[]): TokenKind {
  if (/^\s+$/.test(segment)) return 'space'
  return mark.test(segment) || (listMark.test(segment) && beginsLine(before)) ? 'mark' : 'sign'
}

function beginsLine(before: readonly Token[]): boolean {
  const last = before.findLast(({ kind, text }) => kind !== 'space' || text.includes('\n'))
  return last === undefined || last.kind === 'space'
}
