import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { unique } from './support/unique.ts'

const summary = 'We now say how long the sample of a paper stays with us.'
const differs =
  'The draft changed after you opened the comparison. Look at the new comparison before publishing.'

test('a manager publishes a revision, and everybody reads it at once without a script', async ({ open }) => {
  const page = await open('manager')
  const sentence = `Paper sample ${unique()} that you send us is kept for eleven weeks.`
  await startDraft(page)
  await write(page, sentence)
  await compare(page)
  await expect(page.getByRole('region', { name: 'Comparison, word by word' })).toContainText(sentence)
  await expect(page.getByText(/^12 words added/)).toBeVisible()

  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish revision \d+ of Privacy at Lamplight & Paper$/ })
  await expect(dialog).toContainText('; takes effect at once.')
  await dialog.getByRole('textbox', { name: /^What changed/ }).fill(summary)
  await page.keyboard.press('Enter')
  await expect(dialog, 'Enter alone publishes nothing').toBeVisible()
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Revision \d+$/ })).toBeVisible()
  await expect(page.getByRole('main').getByText('In force', { exact: true })).toBeVisible()
  const title = await page.getByRole('heading', { level: 1 }).innerText()

  const reader = await open(null, { javaScriptEnabled: false })
  await reader.goto('/policy/privacy')
  await expect(reader.getByText(sentence)).toBeVisible()
  await reader.goto(`/policy/privacy/revisions/${title.replace(/\D/g, '')}`)
  await expect(reader.getByText(sentence)).toBeVisible()
})

test('what compliance wrote after a manager compared she cannot publish unread, and her words are kept (T16)', async ({
  open,
}) => {
  const page = await open('compliance')
  await startDraft(page)
  await write(page, `We answer letter ${unique()} within nine days.`)
  await compare(page)
  const draft = new URL(page.url()).pathname

  const second = await open('manager2')
  await goTo(second, draft)
  const dialog = second.getByRole('dialog', { name: /^Publish revision/ })
  await second.getByRole('button', { name: 'Publish' }).click()
  await dialog.getByRole('textbox', { name: /^What changed/ }).fill(summary)

  await page.getByRole('link', { name: 'Back to the draft' }).click()
  const later = `We answer letter ${unique()} in writing.`
  await write(page, later)
  await compare(page)

  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog.getByRole('alert')).toContainText(differs)
  await expect(dialog.getByRole('textbox', { name: /^What changed/ })).toHaveValue(summary)
  await dialog.getByRole('button', { name: 'Look at the new comparison' }).click()
  await expect(second.getByRole('region', { name: 'Comparison, word by word' })).toContainText(later)
  await second.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog.getByRole('textbox', { name: /^What changed/ })).toHaveValue(summary)

  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)

  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(second.getByRole('heading', { level: 1, name: /^Revision \d+$/ })).toBeVisible()
  const reader = await open(null, { javaScriptEnabled: false })
  await reader.goto('/policy/privacy')
  await expect(reader.getByText(later)).toBeVisible()
})

test('a draft of an older text cannot be published over the revision that a colleague posted', async ({
  open,
}) => {
  const late = await open('manager2')
  await startDraft(late)
  await write(late, `Our lamp ${unique()} is tested twice.`)
  await compare(late)
  await late.getByRole('button', { name: 'Publish' }).click()
  const dialog = late.getByRole('dialog', { name: /^Publish revision/ })
  await dialog.getByRole('textbox', { name: /^What changed/ }).fill(summary)

  const early = await open('manager')
  await startDraft(early)
  await write(early, `Our paper ${unique()} is acid-free.`)
  await compare(early)
  await early.getByRole('button', { name: 'Publish' }).click()
  const posting = early.getByRole('dialog', { name: /^Publish revision/ })
  await posting
    .getByRole('textbox', { name: /^What changed/ })
    .fill('We now say what our papers are made of.')
  await posting.getByRole('button', { name: 'Publish' }).click()
  await expect(early.getByRole('heading', { level: 1, name: /^Revision \d+$/ })).toBeVisible()

  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog.getByRole('alert')).toContainText(
    /Revision \d+ was published since this draft started\. Merge it first\./,
  )
  await expect(dialog.getByRole('textbox', { name: /^What changed/ })).toHaveValue(summary)
  await dialog.getByRole('button', { name: 'Compare with the latest revision' }).click()
  await expect(late.getByRole('button', { name: /^Bring in revision \d+$/ })).toBeEnabled()
  await expect(late.getByRole('button', { name: 'Publish' })).toBeDisabled()
})

async function startDraft(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Policies' }).click()
  await page.getByRole('row').getByRole('link', { name: 'Privacy at Lamplight & Paper' }).click()
  await page.getByRole('button', { name: 'New draft' }).click()
  await expect(page.getByRole('textbox', { name: 'Text' })).toBeVisible()
}

/** Adds a paragraph at the end of the text, and sees it in the preview. */
async function write(page: Page, sentence: string): Promise<void> {
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText(`\n\n${sentence}\n`)
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(sentence)
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and compare' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Compare / })).toBeVisible()
}
