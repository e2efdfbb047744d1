import { createHash } from 'node:crypto'
import type { Html } from './html.ts'

const most = 40

/** Keeps what was rendered and read last, by the hashes of its texts: the same words always look the same. */
export function keepRendered() {
  const kept = new Map<string, Html>()
  return async (name: string, render: () => Promise<Html>): Promise<Html> => {
    const found = kept.get(name) ?? (await render())
    kept.delete(name)
    kept.set(name, found)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return found
  }
}

/** What a page is recognised by: all that it shows. */
export const etagOf = (page: string) => `"${createHash('sha256').update(page).digest('base64url')}"`

/** Whether the reader has this page already (RFC 9110, If-None-Match; compared weakly). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')))
}
