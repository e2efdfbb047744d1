import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

const caseNumber = `LI-${unique()}`
const justification = `Two accounts paid with the same stolen card; file ${caseNumber} asks for both addressees to find the parcels.`

test('an officer logs a request about two customers, and only a second person can approve it', async ({
  open,
}) => {
  const page = await open('compliance')
  const about = []
  for (const typed of ['angstr', 'blaszcz']) {
    const { name, reference } = first(
      await records(page, 'customers', { q: typed }),
      `customer like ${typed}`,
    )
    about.push({ typed, name, reference })
  }

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Disclosures' }).click()
  await page.getByRole('link', { name: 'New request' }).click()
  await page.getByRole('textbox', { name: 'Agency' }).fill('Prosecutor of Lower Inventia')
  await pick(page.getByRole('combobox', { name: 'Country' }), 'Sweden')
  await page.getByRole('textbox', { name: 'Officer' }).fill('Karin Ahlgren')
  await page.getByRole('textbox', { name: 'Their case number' }).fill(caseNumber)
  await page.getByRole('textbox', { name: 'Official e-mail' }).fill('k.ahlgren@prosecutor.example')
  await pick(page.getByRole('combobox', { name: 'Legal process' }), 'Grand jury subpoena')
  await page.getByRole('textbox', { name: 'Statute and article' }).fill('18 U.S.C. § 3321')
  await pick(page.getByRole('combobox', { name: 'Channel' }), 'Post')
  const people = page.getByRole('list', { name: 'People' })
  for (const { typed, name, reference } of about) {
    await page.getByRole('combobox', { name: 'Add a person' }).fill(typed)
    await page.getByRole('option').filter({ hasText: reference }).click()
    await expect(people).toContainText(name)
  }
  await page.getByRole('checkbox', { name: 'Identity' }).check()
  await page.getByRole('checkbox', { name: 'Addresses' }).check()
  await page.getByLabel('From', { exact: true }).fill('2026-03-01')
  await page.getByLabel('To', { exact: true }).fill('2026-03-31')
  await page.getByRole('radio', { name: 'Fraud' }).check()

  await page.getByRole('button', { name: 'Log request' }).click()
  const why = page.getByRole('textbox', { name: 'Justification' })
  await expect(why).toHaveAccessibleDescription(
    /Write why this request should be answered \(at least 20 characters\)\./,
  )
  await expect(why).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Agency' })).toHaveValue('Prosecutor of Lower Inventia')
  await expect(people.getByRole('listitem')).toHaveCount(2)
  await why.fill(justification)
  await page.getByRole('button', { name: 'Log request' }).click()

  const title = page.getByRole('heading', { level: 1, name: /^DR-\d{4}-\d+$/ })
  await expect(title).toBeVisible()
  const reference = await title.innerText()
  const next = page.getByRole('region', { name: 'Next step' })
  await next.getByRole('button', { name: 'Verify requester' }).click()
  const verifying = page.getByRole('dialog', { name: `Verify the requester of ${reference}` })
  await page.keyboard.press('1')
  await verifying.getByRole('textbox', { name: 'Note' }).fill('Called back through the switchboard.')
  await verifying.getByRole('button', { name: 'Verify requester' }).click()
  await expect(verifying).toBeHidden()

  await next.getByRole('button', { name: 'Send for approval' }).click()
  const sending = page.getByRole('dialog', { name: `Send ${reference} for approval` })
  for (const { name } of about) {
    const decision = sending.getByRole('group', { name: `Decision about ${name}` })
    await expect(decision.getByRole('button', { name: 'Produce', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  }
  await sending.getByRole('button', { name: 'Send for approval' }).click()
  await expect(sending).toBeHidden()

  await expect(next).toContainText(/You sent this request for approval|You logged this request/)
  await expect(next).toContainText('Another compliance officer or a manager must decide it.')
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)

  const second = await open('compliance2')
  await find(second, reference)
  await expect(second.getByText(justification)).toBeVisible()
  await second.getByRole('button', { name: 'Approve' }).click()
  const approving = second.getByRole('dialog', { name: `Approve ${reference}` })
  const scope = approving.getByRole('list', { name: 'What is decided on' })
  for (const { name } of about) {
    await expect(scope.getByRole('listitem').filter({ hasText: name })).toContainText('Identity, Addresses')
  }
  await approving.getByRole('button', { name: 'Approve' }).click()
  await expect(approving).toBeHidden()
  await expect(second.getByRole('region', { name: 'Outcome' })).toContainText('Decided by Tomasz Wrona')

  const decisions = second.getByRole('region', { name: 'Decisions' })
  await expect(decisions.getByRole('listitem').filter({ hasText: 'Approved' })).toContainText('Tomasz Wrona')
  await expect(decisions.getByRole('listitem').filter({ hasText: 'Sent for approval' })).toContainText(
    'Ines Okafor',
  )
})

async function pick(box: Locator, name: string): Promise<void> {
  await box.click()
  await box.page().getByRole('option', { name, exact: true }).click()
}

/** By its reference in the search above, as staff read it out of a mail. */
async function find(page: Page, reference: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search customers, references, orders' }).fill(reference)
  await page.keyboard.press('Enter')
  await page.getByRole('row').getByRole('link', { name: reference }).click()
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
}
