import { renderMarkdown } from '../../contract/markdown.ts'
import { anchorOf, kindText } from './deviationsShown.ts'
import { Html } from './html.ts'
import { addressOf } from './page.ts'
import type { PublicDeviation, PublicPolicy, PublicRevision } from './readPublic.ts'

/** A revision or a deviation with its text as the public page shows it, byte for byte. */
export type Entry = {
  /** Without a host. */
  address: string
  title: string
  summary: string
  postedAt: Date
  updatedAt: Date
  text: Html
  sha256: string | null
  /** The extension of our own in the JSON feed. */
  facts: Record<string, string | number | null>
}

/** As many as a feed carries; older revisions are at their permanent addresses. */
const most = 30

/** What was posted of a policy, revisions and deviations, the latest first. */
export async function entriesOf(
  policy: PublicPolicy,
  textOf: (revision: PublicRevision) => Promise<Html>,
): Promise<Entry[]> {
  const revisions = await Promise.all(
    policy.revisions
      .slice(0, most)
      .map(async (revision) => revisionEntry(policy, revision, await textOf(revision))),
  )
  const deviations = policy.deviations.slice(0, most).map((each) => deviationEntryOf(policy, each))
  return [...revisions, ...deviations].sort(byPosting).slice(0, most)
}

function revisionEntry({ key, title }: PublicPolicy, revision: PublicRevision, text: Html): Entry {
  const { number, publishedAt, effectiveAt, supersededAt, contentSha256, origin, changeSummary } = revision
  return {
    address: addressOf(key, number),
    title: `${title}, revision ${number}`,
    summary: changeSummary,
    postedAt: publishedAt,
    updatedAt: publishedAt,
    text,
    sha256: contentSha256,
    facts: {
      number,
      content_sha256: contentSha256,
      effective_at: effectiveAt.toISOString(),
      superseded_at: supersededAt?.toISOString() ?? null,
      origin,
    },
  }
}

function deviationEntryOf({ key, title }: PublicPolicy, deviation: PublicDeviation): Entry {
  const { id, kind, appliesTo, text, postedAt, startsAt, endsAt, endedAt, endNote, reviewOn } = deviation
  return {
    address: `/policy/${key}/deviations#${anchorOf(deviation)}`,
    title: `${title}, deviation: ${kindText(deviation).toLowerCase()}`,
    summary: endNote ? `${appliesTo}. Ended early: ${endNote}` : appliesTo,
    postedAt,
    updatedAt: endedAt ?? postedAt,
    text: new Html(renderMarkdown(text, `${id}-`)),
    sha256: null,
    facts: {
      kind,
      starts_at: startsAt.toISOString(),
      ends_at: endsAt?.toISOString() ?? null,
      review_on: reviewOn,
      ended_at: endedAt?.toISOString() ?? null,
    },
  }
}

const byPosting = (one: Entry, other: Entry) => other.postedAt.getTime() - one.postedAt.getTime()
