import type { Page } from '@playwright/test'
import { overridableLints } from '../../../contract/lints.ts'
import { Revision } from '../../../contract/revisions.ts'
import { post } from './post.ts'
import { unique } from './unique.ts'

type Texts = { title: string; bodies: readonly string[] }

/** A policy of the journey's own with these texts posted one after the other; all checks are answered for. */
export async function publishTexts(page: Page, { title, bodies }: Texts) {
  const key = `journey_${unique().toLowerCase()}`
  const policy = await post(page, '/api/policies', { key, title, contactEmail: 'ask@shop.example' })
  const ids: string[] = []
  for (const body of bodies) {
    const { id } = await draftText(page, policy.id, body)
    await publish(page, id)
    ids.push(id)
  }
  return { id: policy.id, key, ids }
}

export const draftText = (page: Page, policyId: string, body: string) =>
  post(page, '/api/revisions', { policyId, body })

export async function publish(page: Page, id: string): Promise<void> {
  const read = await page.request.get(`/api/revisions/${id}`)
  const { version, contentSha256 } = Revision.parse(await read.json())
  await post(page, `/api/revisions/${id}/publish`, {
    version,
    reviewedSha256: contentSha256,
    changeSummary: 'What this journey needs to be public.',
    overrides: overridableLints.map((code) => ({ code, reason: 'A journey is about something else.' })),
  })
}
