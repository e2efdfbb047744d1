import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Tx } from '../../server/database/connect.ts'
import { policies } from '../../server/database/schema/policies.ts'
import { revisionEditors, revisions } from '../../server/database/schema/revisions.ts'
import { append } from '../../server/events/append.ts'
import { actingAs } from './actingAs.ts'
import type { Colleagues } from './colleagues.ts'
import { policyTexts } from './policyText.ts'

const day = 24 * 60 * 60_000

/** The shop's privacy policy as it was posted over the years, and a draft that a compliance officer left open. */
export async function postPolicies(tx: Tx, colleagues: Colleagues, now: Date) {
  const texts = policyTexts().map((text) => ({ ...text, at: new Date(now.getTime() - text.daysAgo * day) }))
  const [first] = texts
  if (!first) return
  const author = actingAs(colleagues, 'compliance', 'past-revisions')
  const manager = actingAs(colleagues, 'manager', 'past-revisions')
  const policyId = v7()
  await tx.insert(policies).values({
    id: policyId,
    key: 'privacy',
    title: 'Privacy at Lamplight & Paper',
    contactEmail: 'privacy@lamplight.example',
    createdAt: first.at,
    updatedAt: first.at,
  })
  let baseRevisionId: string | null = null
  for (const [index, { body, kind, summary, at }] of texts.entries()) {
    const id: string = v7()
    await tx.insert(revisions).values({
      id,
      policyId,
      number: index + 1,
      state: 'published',
      baseRevisionId,
      body,
      contentSha256: createHash('sha256').update(body).digest('hex'),
      changeKind: kind,
      changeSummary: summary,
      createdBy: author.id,
      publishedBy: manager.id,
      publishedAt: at,
      effectiveAt: at,
      supersededAt: texts[index + 1]?.at ?? null,
      version: 2,
      createdAt: new Date(at.getTime() - 2 * day),
      updatedAt: at,
    })
    await tx.insert(revisionEditors).values({ revisionId: id, staffId: author.id, at })
    await append(tx, {
      by: manager,
      now: at,
      act: 'publish',
      noun: 'revisions',
      id,
      details: { number: index + 1 },
    })
    baseRevisionId = id
  }
  await leaveDraft(
    tx,
    policyId,
    baseRevisionId,
    author.id,
    texts.at(-1)?.body ?? '',
    new Date(now.getTime() - day),
  )
}

async function leaveDraft(
  tx: Tx,
  policyId: string,
  baseRevisionId: string | null,
  createdBy: string,
  latest: string,
  at: Date,
) {
  const id = v7()
  const body = latest.replace(
    '- to answer you when you write to us.',
    '- to answer you when you write to us,\n- to tell you that goods you asked for are back in stock, if you asked us to.',
  )
  await tx.insert(revisions).values({
    id,
    policyId,
    baseRevisionId,
    body,
    contentSha256: createHash('sha256').update(body).digest('hex'),
    reasonInternal: 'The shop wants to offer stock notices from next month on.',
    createdBy,
    createdAt: at,
    updatedAt: at,
  })
  await tx.insert(revisionEditors).values({ revisionId: id, staffId: createdBy, at })
}
