import { and, eq, inArray, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { events } from '../database/schema/events.ts'

/** Requests and what hangs on them: nouns whose very events are secret from customer service. */
const requestNouns = ['disclosures', 'decisions', 'agencies', 'attachments', 'notices', 'holds', 'reports']
/** Nouns on whose pages every reader sees a timeline. */
const pageNouns = ['customers', 'addresses', 'purchases', 'messages', 'shares']
const reads = ['list', 'show', 'open', 'search', 'reveal', 'export']

const onRequest = inArray(events.noun, requestNouns)
const notOnRequest = notInArray(events.noun, requestNouns)

/** What was done, by anyone, to the records that every reader may open: never a read, a refusal or a request. */
const timeline = and(
  inArray(events.noun, pageNouns),
  eq(events.outcome, 'done'),
  notInArray(events.act, reads),
)

/**
 * Which events a reader may see in a list: customer service their own acts, compliance
 * also those on requests and holds, managers and auditors all. Asked for one record or one customer, everybody sees
 * its timeline. No filter widens it to a request, whose existence is secret.
 */
export function visibleEvents(by: Staff, filter: Record<string, unknown>): SQL | undefined {
  const isPage = typeof filter.customerId === 'string' || typeof filter.recordId === 'string'
  // Whose request it is stays hidden from an auditor, so it cannot be found by a subject either.
  if (by.role === 'auditor') return 'customerId' in filter ? notOnRequest : undefined
  return visibleTo(by, isPage)
}

/** Which single events a reader may open: those of their lists and of any timeline. */
export function visibleEvent(by: Staff): SQL | undefined {
  return by.role === 'auditor' ? undefined : visibleTo(by, true)
}

/** An auditor does not learn whom a request concerns. */
export function hidesSubject(by: Staff, noun: string): boolean {
  return by.role === 'auditor' && requestNouns.includes(noun)
}

function visibleTo(by: Staff, isPage: boolean): SQL | undefined {
  const own = eq(events.actorId, by.id)
  const onPage = isPage ? timeline : undefined
  if (by.role === 'manager') return undefined
  if (by.role === 'compliance') return or(own, and(onRequest, notRestricted(by)), onPage)
  return and(notOnRequest, or(own, onPage))
}

/** A restricted request is visible to the officers it names alone (`handling_level`). */
function notRestricted(by: Staff) {
  const hidden = sql`SELECT ${disclosures.id}::text FROM ${disclosures}
    WHERE ${ne(disclosures.handlingLevel, 'normal')} AND NOT ${by.id} = ANY (${disclosures.visibleTo})`
  return or(isNull(events.recordId), sql`${events.recordId} NOT IN (${hidden})`)
}
