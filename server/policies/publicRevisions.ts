import { inForceAmong, parseAsked } from './atInstant.ts'
import { comparePage } from './comparePage.ts'
import { html } from './html.ts'
import type { KeptPolicy } from './keptPolicies.ts'
import { missingPage } from './missingPage.ts'
import { notYetPage } from './notYetPage.ts'
import type { Packed } from './packed.ts'
import { time } from './page.ts'
import { policyPage } from './policyPage.ts'
import type { PublicTexts } from './publicTexts.ts'
import type { PublicPolicy, PublicRevision } from './readPublic.ts'
import type { Shown } from './standing.ts'

/** One policy as it is read at one moment. */
export type Reading = { kept: KeptPolicy; texts: PublicTexts; at: Date }
/** A page, or what says why there is none; null where nothing was ever at this address. */
export type Found = Packed | { instead: string } | null

/** What is in force, or from when something will be. */
export function inForcePage({ kept, texts, at }: Reading): Promise<Packed> {
  const { policy } = kept
  const revision = inForceAmong(policy.revisions, at)
  return kept.page('now', at, () =>
    revision ? pageOf(texts, policy, revision, { as: 'current', now: at }) : notYetPage(policy, at),
  )
}

export async function revisionPage({ kept, texts, at }: Reading, number: string): Promise<Found> {
  const revision = numbered(kept.policy, number)
  if (!revision) return null
  return kept.page(`revision ${revision.number}`, at, () =>
    pageOf(texts, kept.policy, revision, { as: 'revision', now: at }),
  )
}

/** What was in force on a day or at an instant that has come. */
export async function pageAsOf({ kept, texts, at }: Reading, typed: string): Promise<Found> {
  const { policy } = kept
  const asked = parseAsked(typed, at)
  if (!asked) return { instead: missingPage('No such day', notAnInstant) }
  const revision = inForceAmong(policy.revisions, asked.at)
  if (!revision) return { instead: nothingYet(policy) }
  return kept.page(`at ${asked.day ?? asked.at.toISOString()}`, at, () =>
    pageOf(texts, policy, revision, { as: 'at', asked }),
  )
}

export async function comparedPage(
  { kept, texts, at }: Reading,
  numbers: { older: string; newer: string },
): Promise<Found> {
  const { policy } = kept
  const older = numbered(policy, numbers.older)
  const newer = numbered(policy, numbers.newer)
  if (!older || !newer) return null
  return kept.page(`compare ${older.number} ${newer.number}`, at, async () =>
    comparePage(policy, { older, newer, changes: await texts.changesBetween(older, newer, policy.language) }),
  )
}

const numbered = ({ revisions }: PublicPolicy, wanted: string) =>
  revisions.find(({ number }) => number === Number(wanted))

async function pageOf(texts: PublicTexts, policy: PublicPolicy, revision: PublicRevision, shown: Shown) {
  return policyPage(policy, revision, await texts.textOf(revision), shown)
}

const notAnInstant = html`Ask for a day or an instant that has come, such as 2026-03-02 or 2026-03-02T09:30:00Z.`

function nothingYet({ title, revisions }: PublicPolicy): string {
  const first = revisions.at(-1)
  const why = html`No revision of ${title} was in force then. ${first ? html`The first one took effect on ${time(first.effectiveAt)}.` : null}`
  return missingPage('Nothing was in force', why)
}
