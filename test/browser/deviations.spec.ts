import type { Page } from '@playwright/test'
import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { post } from './support/post.ts'
import { unique } from './support/unique.ts'

const contact = 'ask@returns.example'
const local = (at: Date) => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
const inDays = (days: number) => local(new Date(Date.now() + days * 24 * 60 * 60_000))

test('a manager posts a revision that takes effect later, with its notice, and the old text stays in force (T18)', async ({
  open,
}) => {
  const page = await open('manager')
  const { id, key } = await newPolicy(page)
  await draft(page, id, `# Returns\n\nWithin thirty days. ${contact}\n`)
  await publish(page, async (dialog) => {
    await expect(dialog).toContainText('; takes effect at once.')
  })

  await draft(page, id, `# Returns\n\nWithin fourteen days. [Terms](#terms) ${contact}\n`)
  await expect(page.getByText('A link leads nowhere:')).toBeVisible()
  const notice = 'The new time applies to what is ordered once it takes effect.'
  await publish(page, async (dialog) => {
    await dialog.getByRole('textbox', { name: 'Why this stays as it is' }).fill('The terms follow next week.')
    await dialog.getByRole('radio', { name: /^Later/ }).check()
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await expect(dialog.getByText('This is needed.').first()).toBeVisible()
    await dialog.getByLabel('Takes effect', { exact: true }).fill(inDays(2))
    await dialog.getByRole('textbox', { name: 'Applies to' }).fill('Orders')
    await page.keyboard.press('Enter')
    await expect(dialog, 'Enter alone publishes nothing').toBeVisible()
    await dialog.getByRole('textbox', { name: 'What everybody reads until then' }).fill(notice)
  })
  await expect(page.getByText('Posted, takes effect later').first()).toBeVisible()
  await expect(page.getByText('The terms follow next week.')).toBeVisible()

  const reader = await open(null, { javaScriptEnabled: false })
  await reader.goto(`/policy/${key}`)
  await expect(reader.getByRole('article')).toContainText('Within thirty days.')
  await expect(reader.getByText(/^Revision 2 is posted and takes effect at/)).toBeVisible()
  await expect(reader.getByRole('region', { name: 'Deviations from this policy' })).toContainText(notice)
  await reader.getByRole('link', { name: 'revision 2', exact: true }).click()
  await expect(reader.getByRole('article')).toContainText('Within fourteen days.')
})

test('a manager posts a deviation, everybody reads it while it runs, and it stays in the archive', async ({
  open,
}) => {
  const page = await open('manager')
  const { id, key } = await newPolicy(page)
  await draft(page, id, `# Returns\n\nWithin thirty days. ${contact}\n`)
  await publish(page)
  await page.goto(`/policies/${id}/show`)
  const dialog = page.getByRole('dialog')
  const text = `Until our scales are repaired, samples are weighed elsewhere, ${unique()}.`
  await page.getByRole('button', { name: 'Draft a deviation' }).click()
  await dialog.getByRole('textbox', { name: 'Applies to' }).fill('Paper samples')
  await dialog.getByRole('textbox', { name: 'What is done otherwise, and why' }).fill(text)
  await expect(dialog.getByRole('region', { name: 'As everybody will read it' })).toContainText(text)
  await dialog.getByLabel('Ends').fill(inDays(3))
  await dialog.getByRole('button', { name: 'Draft a deviation' }).click()
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(dialog).toContainText(text)
  await dialog.getByRole('button', { name: 'Post' }).click()
  await expect(page.getByText('Running', { exact: true })).toBeVisible()
  const reader = await open(null, { javaScriptEnabled: false })
  const banner = reader.getByRole('region', { name: 'Deviations from this policy' })
  await reader.goto(`/policy/${key}`)
  await expect(banner).toContainText(text)

  await page.getByRole('button', { name: 'End early' }).click()
  await dialog.getByRole('textbox', { name: 'Why it ends now' }).fill('Our scales are repaired.')
  await dialog.getByRole('button', { name: 'End early' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: /^Show 1 that is over/ }).click()
  await expect(page.getByText('Our scales are repaired.')).toBeVisible()
  await reader.reload()
  await expect(banner).toHaveCount(0)
  await reader.getByRole('link', { name: 'Deviations from this policy' }).click()
  await expect(reader.getByText(text)).toBeVisible()
  await expect(reader.getByText(/^Ended early/)).toContainText('Our scales are repaired.')
})

async function newPolicy(page: Page) {
  const key = `returns_${unique().toLowerCase()}`
  const { id } = await post(page, '/api/policies', { key, title: 'Returns', contactEmail: contact })
  return { id, key }
}

/** A draft with this text, compared. */
async function draft(page: Page, policyId: string, body: string) {
  const { id } = await post(page, '/api/revisions', { policyId, body })
  await goTo(page, `/revisions/${id}/compare`)
  await expect(page.getByRole('button', { name: 'Publish' })).toBeEnabled()
}

async function publish(
  page: Page,
  more: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
) {
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('textbox', { name: /^What changed/ })
    .fill('Says how long you can send something back.')
  await more(dialog)
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Revision \d+$/ })).toBeVisible()
}
