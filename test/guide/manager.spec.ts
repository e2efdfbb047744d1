import type { Page } from '@playwright/test'
import { isSaved, openDraft, textOf, typeAtEnd } from '../browser/support/drafts.ts'
import { goTo } from '../browser/support/goTo.ts'
import { expect, test } from '../browser/support/journey.ts'
import { post } from '../browser/support/post.ts'
import { draftText, publish } from '../browser/support/publish.ts'
import { first, records } from '../browser/support/records.ts'
import { picture } from './picture.ts'

const contact = 'returns@lamplight.example'
const ask = `## Questions\n\nWrite to ${contact}.\n`
const promise = '[promise]: # (kept)\nYou never pay for sending something back.\n\n'
const returns = `## What you can send back\n\nWhatever you bought, within thirty days.\n\n${promise}${ask}`
const summary = 'We now say how long you can send something back.'

test('a policy with its drafts, one of which two people write, and its earlier versions', async ({
  open,
}) => {
  const page = await open('manager')
  const privacy = first(await records(page, 'revisions', { state: 'published' }), 'posted revision').policyId
  await goTo(page, `/policies/${privacy}/show`)
  await expect(page.getByRole('region', { name: 'Drafts' })).toBeVisible()
  await picture(page, 'managers-policy')
  await goTo(page, `/policies/${privacy}/show?on=2026-03-02`)
  const onADay = page.getByRole('region', { name: 'In force on a day' })
  await expect(onADay.getByRole('link', { name: /^Revision \d+$/ })).toBeVisible()
  await onADay.scrollIntoViewIfNeeded()
  await picture(page, 'managers-on-a-day', onADay)

  const { id } = await newPolicy(page, 'repairs', 'Repairs')
  const draft = await draftText(page, id, returns)
  await openDraft(page, draft.id)
  const officer = await open('compliance')
  await openDraft(officer, draft.id)
  await typeAtEnd(officer, '\nWe answer within **two** days.\n')
  await isSaved(officer)
  await expect(textOf(page)).toHaveValue(/two/)
  await expect(page.getByText('Ines Okafor is editing this draft.')).toBeVisible()
  await picture(page, 'managers-draft')
  await page.getByRole('button', { name: 'Earlier versions' }).click()
  const versions = page.getByRole('dialog', { name: 'Earlier versions' })
  await versions.getByRole('button', { name: 'Helen Achterberg' }).last().click()
  await expect(versions.getByRole('button', { name: 'Bring this version back' })).toBeVisible()
  await picture(page, 'managers-versions', versions)
})

test('a revision that was posted meanwhile comes into a draft, and the two are compared', async ({
  open,
}) => {
  const page = await open('manager')
  const { id } = await newPolicy(page, 'gifts', 'Gift cards')
  const text = (days: string) => returns.replace('within thirty days', days)
  await publish(page, (await draftText(page, id, returns)).id)
  const late = await draftText(page, id, text('within sixty days, with the bill'))
  await publish(page, (await draftText(page, id, text('within forty days'))).id)
  await page.goto(`/revisions/${late.id}/compare`)
  await page.getByRole('button', { name: 'Bring in revision 2' }).click()
  const merge = page.getByRole('dialog', { name: 'Bring in revision 2' })
  await merge.getByRole('radio', { name: 'Write it anew' }).check()
  await merge
    .getByRole('textbox', { name: 'What is to stand here' })
    .fill('Whatever you bought, within forty days, with the bill.')
  await picture(page, 'managers-merge', merge)
  await merge.getByRole('button', { name: 'Save the merged text' }).click()
  await expect(page.getByText('This draft starts from revision 2 now.')).toBeVisible()
  await page.goto(`/revisions/${late.id}/compare`)
  await page.getByRole('button', { name: 'Side by side' }).click()
  await expect(page.getByRole('columnheader', { name: 'Revision 2' })).toBeVisible()
  await picture(page, 'managers-compare')
  await page.getByRole('button', { name: 'In one text' }).click()
})

test('publishing past the checks and for later, a deviation, and what everybody reads', async ({ open }) => {
  const page = await open('manager')
  const { id } = await newPolicy(page, 'returns', 'Returns')
  await publish(page, (await draftText(page, id, returns)).id)
  const changed = returns.replace(promise, '').replace('thirty', 'fourteen')
  const draft = await draftText(page, id, changed)
  await page.goto(`/revisions/${draft.id}/compare`)
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^What changed/ }).fill(summary)
  await dialog
    .getByRole('textbox', { name: 'Why this is not promised any more' })
    .fill('Heavy furniture is sent back at a price from now on.')
  await picture(page, 'managers-checks', dialog)
  await dialog.getByRole('radio', { name: /^Later/ }).check()
  await dialog.getByLabel('Takes effect', { exact: true }).fill(inDays(7))
  await dialog.getByRole('textbox', { name: 'Applies to' }).fill('Orders')
  await dialog
    .getByRole('textbox', { name: 'What everybody reads until then' })
    .fill('The new time applies to what is ordered once it takes effect.')
  await dialog.getByRole('textbox', { name: 'What everybody reads until then' }).scrollIntoViewIfNeeded()
  await picture(page, 'managers-later', dialog)
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Revision \d+$/ })).toBeVisible()

  await page.goto(`/policies/${id}/show`)
  await page.getByRole('button', { name: 'Draft a deviation' }).click()
  await dialog.getByRole('textbox', { name: 'Applies to' }).fill('Paper samples')
  await dialog
    .getByRole('textbox', { name: 'What is done otherwise, and why' })
    .fill('Until our scales are repaired, samples are weighed by **the carrier**.')
  await dialog.getByLabel('Ends').fill(inDays(3))
  await expect(dialog.getByRole('region', { name: 'As everybody will read it' })).toContainText('scales')
  await picture(page, 'managers-deviation', dialog)
  await dialog.getByRole('button', { name: 'Draft a deviation' }).click()
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await dialog.getByRole('button', { name: 'Post' }).click()
  await expect(dialog).toHaveCount(0)

  const reader = await open(null)
  await reader.goto('/policy/returns')
  await expect(reader.getByRole('region', { name: 'Deviations from this policy' })).toContainText('scales')
  await picture(reader, 'managers-public')
})

test('the settings of the shop, and a draft on its way past a second person', async ({ open }) => {
  const page = await open('manager')
  await goTo(page, '/settings')
  await expect(page.getByRole('region', { name: 'Required information' })).toBeVisible()
  await picture(page, 'managers-settings')
  await publishesByTwo(page, true)
  try {
    const { id } = await newPolicy(page, 'terms', 'Terms and conditions')
    const draft = await draftText(page, id, returns)
    await page.goto(`/revisions/${draft.id}/compare`)
    await page.getByRole('button', { name: 'Send for review' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^What changed/ }).fill(summary)
    await dialog.getByRole('button', { name: 'Send for review' }).click()
    await expect(dialog).toHaveCount(0)
    const second = await open('manager2')
    await second.goto(`/revisions/${draft.id}/compare`)
    await expect(second.getByRole('button', { name: 'Approve' })).toBeVisible()
    await picture(second, 'managers-review')
  } finally {
    await publishesByTwo(page, false)
  }
})

const newPolicy = (page: Page, key: string, title: string) =>
  post(page, '/api/policies', { key, title, contactEmail: contact })

async function publishesByTwo(page: Page, isOn: boolean): Promise<void> {
  await goTo(page, '/settings')
  const card = page.getByRole('region', { name: 'Publishing policies' })
  await card.getByRole('switch', { name: 'A second person publishes' }).setChecked(isOn)
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card.getByText(/by Helen Achterberg/)).toBeVisible()
  await expect(card.getByRole('button', { name: 'Save' })).toBeDisabled()
}

function inDays(days: number): string {
  const at = new Date(Date.now() + days * 24 * 60 * 60_000)
  return `${at.toISOString().slice(0, 10)}T09:00`
}
