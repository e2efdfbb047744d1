import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { goTo } from './goTo.ts'
import { post } from './post.ts'
import { first, records } from './records.ts'
import { unique } from './unique.ts'

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text' })

/** A policy that no other journey looks at, made by a manager. */
export async function ownPolicy(page: Page): Promise<{ id: string }> {
  const key = `drafting_${unique().toLowerCase()}`
  return post(page, '/api/policies', { key, title: `Drafting ${key}`, contactEmail: 'privacy@shop.example' })
}

export const ownDraft = (page: Page, policyId: string, body?: string) =>
  post(page, '/api/revisions', { policyId, ...(body === undefined ? {} : { body }) })

export async function openDraft(page: Page, id: string): Promise<void> {
  await goTo(page, `/revisions/${id}`)
  await expect(textOf(page)).toBeVisible()
}

/** Types at the end of the text, as a person does. */
export async function typeAtEnd(page: Page, words: string): Promise<void> {
  await textOf(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words)
}

export const isSaved = (page: Page) =>
  expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible()

/** A draft from before the first revision of its policy, which was posted since: both begin the same way. */
export async function outdatedDraft(page: Page): Promise<{ id: string }> {
  const { id: policyId } = await ownPolicy(page)
  const late = await ownDraft(page, policyId, 'Ours.\n\nMine.\n\nWrite to privacy@shop.example.\n')
  const early = await ownDraft(page, policyId, 'Ours.\n\nTheirs.\n\nWrite to privacy@shop.example.\n')
  const rows = await records(page, 'revisions', { policyId })
  const { version, contentSha256 } = first(
    rows.filter(({ id }) => id === early.id),
    'draft just made',
  )
  await post(page, `/api/revisions/${early.id}/publish`, {
    version,
    reviewedSha256: contentSha256,
    changeSummary: 'The first text of all.',
  })
  return late
}
