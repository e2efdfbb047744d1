/** What a reader tells apart: words, the address behind a link, spaces, and all other signs. */
export type TokenKind = 'word' | 'address' | 'space' | 'sign'
export type Token = { kind: TokenKind; text: string }

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

function push(found: Token[], text: string) {
  for (const { segment, isWordLike } of words.segment(text)) {
    const other: TokenKind = /^\s+$/.test(segment) ? 'space' : 'sign'
    found.push({ kind: isWordLike ? 'word' : other, text: segment })
  }
}
