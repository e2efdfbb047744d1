/** Where a line begins something of its own without a blank line before it: a list item, a heading, a row, a quote. */
const opener = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\||>)/

/**
 * A text in paragraphs and what stands between them, in turns; put together, they are the text again. People disagree
 * about paragraphs: a list item is one, and so are a heading and the row of a table.
 */
export function paragraphs(text: string): string[] {
  const pieces: string[] = []
  let paragraph = ''
  let gap = ''
  let isParted = false
  function close() {
    pieces.push(...[paragraph, gap].filter((piece) => piece !== ''))
    paragraph = ''
    gap = ''
  }
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const words = line.trimEnd()
    if (words === '') {
      gap += line
      isParted = true
      continue
    }
    if (paragraph !== '' && !isParted && !opener.test(line)) {
      paragraph += gap + words
    } else {
      close()
      paragraph = words
    }
    gap = line.slice(words.length)
    isParted = false
  }
  close()
  return pieces
}
