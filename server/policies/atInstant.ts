import { day, instant } from '../../contract/records.ts'
import { binds } from './inForce.ts'
import type { PublicRevision } from './readPublic.ts'

const aDay = 24 * 60 * 60_000

/** When a reader asks about, and when they ask: an instant, or a calendar day in UTC, which stands for its end. */
export type Asked = { day: string | null; from: Date; at: Date; now: Date }

/**
 * Reads the last part of `/policy/{key}/at/{instant}`. A day stands for its end, or for now while it lasts: whoever
 * asks for the day that a revision names as its first finds that revision.
 * @returns null if it is neither an instant nor a day, or has not come yet
 */
export function parseAsked(text: string, now: Date): Asked | null {
  if (day.safeParse(text).success) {
    const from = new Date(`${text}T00:00:00.000Z`)
    const at = new Date(Math.min(from.getTime() + aDay - 1, now.getTime()))
    return from > now ? null : { day: text, from, at, now }
  }
  if (!instant.safeParse(text).success) return null
  const at = new Date(text)
  return at > now ? null : { day: null, from: at, at, now }
}

/** The revision in force at an instant, of revisions with the newest first. */
export function inForceAmong(revisions: readonly PublicRevision[], at: Date): PublicRevision | undefined {
  return revisions.find((revision) => binds(revision, at))
}

/** Revisions that were in force for a part of the day only, before the one at its end. */
export function earlierThatDay(revisions: readonly PublicRevision[], { from, at }: Asked): PublicRevision[] {
  return revisions.filter(
    (revision) => began(revision, at) && ended(revision, at) && !ended(revision, from) && lasted(revision),
  )
}

const began = ({ effectiveAt }: PublicRevision, at: Date) => effectiveAt <= at
const ended = ({ supersededAt }: PublicRevision, at: Date) => supersededAt !== null && supersededAt <= at
const lasted = ({ effectiveAt, supersededAt }: PublicRevision) =>
  supersededAt === null || effectiveAt < supersededAt
