import canonicalize from 'canonicalize'
import { v7 } from 'uuid'
import type { Actor } from '../caller.ts'

export type Outcome = 'done' | 'refused' | 'failed'
export type Details = Record<string, string | number | boolean | null>

/** One thing that was done, refused or failed. `id` is null for what concerns a list and no single record. */
export type Entry = {
  by: Actor
  now: Date
  act: string
  noun: string
  id: string | null
  customerId?: string | null
  outcome?: Outcome
  code?: string
  reason?: string
  fields?: string[]
  details?: Details
}

// A name, a sentence or an e-mail address has none of these shapes, so a careless caller cannot put one into a record
// that is never erased.
const word = /^[A-Za-z][A-Za-z0-9_.]{0,79}$/
const token = /^[A-Za-z0-9_.:/+=-]{1,160}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The exact text that is hashed: RFC 8785 JSON of ids, codes and field names.
 * @throws TypeError if something that is neither an id nor a code would enter the record
 */
export function eventBody(entry: Entry): string {
  const { by, now, act, noun, id, customerId, outcome = 'done', code, reason, fields, details } = entry
  for (const name of [act, noun, code, reason, ...(fields ?? []), ...Object.keys(details ?? {})])
    check(word, name)
  for (const value of [id, by.session, by.requestId, ...Object.values(details ?? {})]) check(token, value)
  for (const value of [customerId, by.id]) check(uuid, value)

  const body = canonicalize({
    id: v7(),
    at: now.toISOString(),
    actor: {
      kind: by.kind,
      id: asStored(by.id),
      role: by.role ?? undefined,
      session: by.session ?? undefined,
    },
    act,
    noun,
    recordId: asStored(id),
    customerId: asStored(customerId),
    outcome,
    code,
    reason,
    fields,
    details,
    requestId: by.requestId,
  })
  if (body === undefined) throw new TypeError('an event has no JSON form')
  return body
}

/** Whether an id that came from outside may stand in an event as it is. */
export function recordable(id: string): boolean {
  return token.test(id)
}

function check(shape: RegExp, value: string | number | boolean | null | undefined) {
  if (typeof value === 'string' && !shape.test(value))
    throw new TypeError('an event holds ids, codes and field names only')
}

// The columns of type uuid write themselves in small letters; what is absent has no member at all.
function asStored(id: string | null | undefined) {
  return id && uuid.test(id) ? id.toLowerCase() : (id ?? undefined)
}
