const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/
const container = /^(?: {0,3}>[ \t]?| {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+)+/
const atx = /^ {0,3}#{1,6}(?:[ \t]|$)/
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/

/** A line of the text apart from what it is quoted or listed by; lines of code are none. */
export type Line = { text: string; heading: boolean }

/**
 * The lines of a Markdown text that are prose, and which of them are headings. Rendering the whole text takes too long
 * to be done at each save, so that only the headings are rendered.
 */
export function proseLines(markdown: string): Line[] {
  const lines: Line[] = []
  let fencedBy: string | null = null
  for (const raw of markdown.split(/\r\n?|\n/)) {
    const text = raw.replace(container, '')
    const opened = fence.exec(text)
    const marks = opened?.[1] ?? ''
    if (fencedBy !== null) {
      const isEnd = marks[0] === fencedBy[0] && marks.length >= fencedBy.length && opened?.[2]?.trim() === ''
      if (isEnd) fencedBy = null
      continue
    }
    if (marks !== '' && !(marks.startsWith('`') && opened?.[2]?.includes('`'))) {
      fencedBy = marks
      continue
    }
    const before = lines.at(-1)
    const isUnderline =
      underline.test(text) && raw === text && before && !before.heading && before.text.trim() !== ''
    if (isUnderline) before.heading = true
    else lines.push({ text, heading: atx.test(text) })
  }
  return lines
}
