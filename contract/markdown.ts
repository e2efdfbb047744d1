import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'

/**
 * The text of a policy as HTML, the same for the preview and for the public page (docs/decisions/017).
 * Raw HTML is shown as text, links lead to http, https, mailto or relative addresses, an image is a link to it, and
 * headings stand one level lower, below the one h1 of the page, with an id to link to. Where several texts share a
 * page, `idPrefix` keeps their ids apart.
 */
export function renderMarkdown(text: string, idPrefix = ''): string {
  const rendered = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
  return lowerHeadings(keepSafeLinks(rendered), idPrefix)
}

// micromark escapes `<`, `>`, `"` and `&` of all that was typed, so that these patterns find its own tags alone.
const linkOrImage =
  /<a href="(?<href>[^"]*)"(?<title> title="[^"]*")?>|(?<close><\/a>)|<img src="(?<src>[^"]*)" alt="(?<alt>[^"]*)"(?: title="[^"]*")? \/>/g
const heading = /<h([1-6])>([\s\S]*?)<\/h\1>/g
const relative = /^[^:]*([/?#]|$)/
const allowed = /^(https?:|mailto:)/i

/** Leaves the words of a link that may lead nowhere; never a link within a link. */
function keepSafeLinks(html: string): string {
  let open: 'none' | 'kept' | 'dropped' = 'none'
  return html.replace(linkOrImage, (tag, ...rest) => {
    const { href, close, src = '', alt = '' }: Record<string, string | undefined> = rest.at(-1)
    if (href !== undefined) {
      open = isSafe(href) ? 'kept' : 'dropped'
      return open === 'kept' ? tag : ''
    }
    if (close) {
      const was = open
      open = 'none'
      return was === 'kept' ? tag : ''
    }
    const words = alt || src
    return open === 'none' && isSafe(src) ? `<a href="${src}">${words}</a>` : words
  })
}

function isSafe(address: string): boolean {
  return address !== '' && (allowed.test(address) || relative.test(address))
}

function lowerHeadings(html: string, idPrefix: string): string {
  const taken = new Map<string, number>()
  return html.replace(heading, (_, level: string, words: string) => {
    const rank = Math.min(Number(level) + 1, 6)
    return `<h${rank} id="${idPrefix}${unused(slug(words), taken)}">${words}</h${rank}>`
  })
}

/** As GitHub names headings: `Your rights & ours` is linked to as `#your-rights--ours`. */
function slug(html: string): string {
  const words = html.replace(/<[^>]*>|&(amp|lt|gt|quot);/g, '').toLowerCase()
  return (
    words
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
      .replace(/\s/g, '-') || 'section'
  )
}

function unused(name: string, taken: Map<string, number>): string {
  const before = taken.get(name)
  taken.set(name, (before ?? 0) + 1)
  return before === undefined ? name : unused(`${name}-${before}`, taken)
}
