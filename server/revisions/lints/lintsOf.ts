import type { Lint, LintCode } from '../../../contract/lints.ts'
import { changeSummary as summarySchema } from '../../../contract/revisions.ts'
import { type Outline, outlineOf } from './outline.ts'

type Linted = {
  body: string
  changeSummary: string | null
  /** The text posted last, or null before the first. */
  base: string | null
  /** The policy's address for questions as it is now; empty where it has none. */
  contactEmail: string
  /** The keys of the policies that can be read in public, with their highest revision number. */
  posted: ReadonlyMap<string, number>
}

/**
 * What a reader would miss or stumble over in a draft, against the text posted last: no address to ask at, no summary,
 * links within these pages that lead nowhere, headings and promises that are gone ("For further information contact …").
 */
export function lintsOf({ body, changeSummary, base, contactEmail, posted }: Linted): Lint[] {
  const draft = outlineOf(body)
  const before = base === null ? null : outlineOf(base)
  const lint = (code: LintCode, found: string[]): Lint[] => (found.length > 0 ? [{ code, found }] : [])
  return [
    ...lint('contact_missing', isNamed(body, contactEmail) ? [] : [contactEmail]),
    ...lint('summary_missing', summarySchema.safeParse(changeSummary ?? '').success ? [] : ['']),
    ...lint(
      'link_broken',
      draft.links.filter((address) => !leads(address, draft, posted)),
    ),
    ...lint('heading_lost', lost(before?.headings ?? [], draft.headings)),
    ...lint(
      'promise_vanished',
      (before?.promises ?? []).filter((sentence) => !draft.words.includes(sentence)),
    ),
  ]
}

const isNamed = (body: string, contactEmail: string) =>
  contactEmail !== '' && body.toLowerCase().includes(contactEmail.toLowerCase())

/** A heading that stood there twice and stands there once is lost once. */
function lost(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after]
  return before.filter((heading) => {
    const at = left.indexOf(heading)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}

const page =
  /^\/policy(?:\/([a-z][a-z0-9_]+)(?:\/(?:revisions\/([1-9]\d*)|compare\/([1-9]\d*)\/([1-9]\d*)|at\/[^/]+|deviations|feed\.(?:atom|json)))?)?\/?$/

function leads(address: string, { anchors }: Outline, posted: ReadonlyMap<string, number>): boolean {
  const [path = '', fragment] = address.split('#')
  if (path === '') return fragment === '' || anchors.has(decoded(fragment ?? ''))
  const found = page.exec(path.replace(/\?.*$/, ''))
  if (!found) return false
  const [, key, ...numbers] = found
  if (key === undefined) return true
  const newest = posted.get(key)
  return newest !== undefined && numbers.every((number) => number === undefined || Number(number) <= newest)
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
