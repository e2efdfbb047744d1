import { renderMarkdown } from '../../../contract/markdown.ts'
import { type Line, proseLines } from './blocks.ts'

/** What the checks look at in a text: its headings and their anchors, where its links lead, and what it promises. */
export type Outline = {
  headings: string[]
  anchors: ReadonlySet<string>
  /** Addresses within these pages: `#anchor` and `/policy/…`. */
  links: string[]
  /** The sentences of each paragraph that stands below a promise marker. */
  promises: string[]
  /** All words in one line, to look a sentence up in. */
  words: string
}

const inner = /(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?)((?:#|\/policy(?=[/?#)\s>]|$))[^\s)>]*)/gm
const rendered = /<h[2-6] id="([^"]*)">([\s\S]*?)<\/h[2-6]>/g
/** `[promise]: # (kept)` on a line of its own: a link definition, which is never shown. */
const marker = /^ {0,3}\[promise\]:[ \t]*#(?:[ \t]+(?:\([^)]*\)|"[^"]*"|'[^']*'))?[ \t]*$/i

/** The outline of a Markdown text; what stands in code belongs to none of it. */
export function outlineOf(markdown: string): Outline {
  const lines = proseLines(markdown)
  const headings = [...headingsOf(lines)]
  return {
    headings: headings.map(({ words }) => words),
    anchors: new Set(headings.map(({ anchor }) => anchor)),
    links: [...linksOf(lines)],
    promises: promisesOf(lines),
    words: asOneLine(lines.map(({ text }) => text).join('\n')),
  }
}

/** As the public page names them, for what they are linked to by. */
function headingsOf(lines: readonly Line[]) {
  const own = lines.flatMap(({ text, heading }) => (heading ? [asAtx(text)] : []))
  return Array.from(renderMarkdown(own.join('\n\n')).matchAll(rendered), ([, anchor = '', html = '']) => ({
    anchor,
    words: asOneLine(
      html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? ''),
    ),
  }))
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const asAtx = (text: string) => (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text) ? text : `# ${text}`)

function linksOf(lines: readonly Line[]): Set<string> {
  const text = lines
    .filter((line) => !marker.test(line.text))
    .map((line) => line.text.replace(/`[^`]*`/g, ''))
    .join('\n')
  return new Set(Array.from(text.matchAll(inner), ([, address = '']) => address))
}

function promisesOf(lines: readonly Line[]): string[] {
  const paragraphs: string[] = []
  let isMarked = false
  for (const [at, { text, heading }] of lines.entries()) {
    if (marker.test(text)) {
      isMarked = true
      paragraphs.push('')
    } else if (heading || (text.trim() === '' && !marker.test(lines[at - 1]?.text ?? ''))) isMarked = false
    else if (isMarked) paragraphs.push(`${paragraphs.pop()}\n${text}`)
  }
  return paragraphs.flatMap(sentencesOf)
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const sentencesOf = (text: string) =>
  Array.from(segmenter.segment(asOneLine(text)), ({ segment }) => segment.trim()).filter(
    (each) => each !== '',
  )

const asOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
