import type { Page } from '@playwright/test'
import type { Customer } from '../../contract/customers.ts'
import { customerTypes } from './support/customerTypes.ts'
import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { newCustomer } from './support/newCustomer.ts'
import { refusedAddress } from './support/refusedAddress.ts'
import { password } from './support/signIn.ts'

const bidi = '\u202eevil\u202c <img src=x onerror=window.__xss=1> ﷽ 👩‍👩‍👧'

test('customer service corrects a name while the customer changes the phone on the site, and both stand in the timeline; in one field the first is not overwritten unseen (T24)', async ({
  open,
}) => {
  const page = await open('service2')
  const customer = await newCustomer(page)
  const form = await correcting(page, customer)
  await form.getByRole('textbox', { name: 'Last name' }).fill('Prado y Silva')
  await customerTypes(customer.id, { phone: '+4930222222' })
  await form.getByRole('button', { name: 'The customer called' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Luisa Prado y Silva' })).toBeVisible()

  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByRole('listitem').filter({ hasText: 'You changed last name' })).toContainText(
    'The customer called',
  )
  const theirs = timeline.getByRole('listitem').filter({ hasText: 'The customer changed phone' })
  await theirs.getByRole('button', { name: 'What changed' }).click()
  await expect(theirs).toContainText('+49 ••• ••20')
  await expect(theirs).toContainText('+49 ••• ••22')

  await page.keyboard.press('e')
  await form.getByRole('textbox', { name: 'Phone' }).fill('+4930333333')
  await customerTypes(customer.id, { phone: '+4930444455' })
  await form.getByRole('button', { name: 'The customer called' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  const conflict = page.getByRole('dialog', { name: 'The customer saved first' })
  const phones = conflict.getByRole('radiogroup', { name: 'Phone' })
  await expect(phones).toContainText('+49 ••• ••55')
  await expect(phones).toContainText('+4930333333')
  await phones.getByRole('radio').first().check()
  await conflict.getByRole('button', { name: 'Save what stands' }).click()
  await expect(conflict).toBeHidden()
  await expect(page.getByRole('region', { name: 'Contact' })).toContainText('•55')
  await expect(theirs).toHaveCount(2)

  await page.getByRole('button', { name: 'Phone', exact: true }).press('Enter')
  const source = page.getByRole('dialog', { name: 'Phone' })
  await expect(source).toContainText(/From the customer’s form, \d+ \w+ \d{4}\./)
  await expect(source).toContainText('The customer, just now')
})

test('of two people who correct one customer at once the second sees theirs and mine, merges, and loses no keystroke', async ({
  open,
}) => {
  const page = await open('service2')
  const customer = await newCustomer(page)
  const other = await open('manager2')
  const form = await correcting(page, customer)
  const field = (name: string) => form.getByRole('textbox', { name })
  await field('First name').fill('Lúcia')
  await field('Last name').fill('Prado-Silva')
  await field('E-mail').fill(`lucia.${customer.id}@mine.example`)
  await field('Reason').fill('She spelled it out on the telephone.')

  await correctedBy(other, customer, {
    'Last name': 'Pradó',
    Company: 'Aero',
    'E-mail': `${customer.id}@theirs.example`,
  })
  await page.context().clearCookies()
  await form.getByRole('button', { name: 'Save' }).click()
  const over = page.getByRole('dialog', { name: 'Your session is over' })
  await over.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')

  const conflict = page.getByRole('dialog', { name: 'Rafael Duarte saved first' })
  const names = conflict.getByRole('radiogroup', { name: 'Last name' })
  await expect(names).toContainText('Pradó')
  await expect(names).toContainText('Prado-Silva')
  const mails = conflict.getByRole('radiogroup', { name: 'E-mail' })
  await expect(mails).toContainText('•••@theirs.example')
  await expect(mails).toContainText(`lucia.${customer.id}@mine.example`)
  await expect(conflict.getByRole('listitem').filter({ hasText: 'Company' })).toContainText('Aero')
  await names.getByRole('radio', { name: /^Something else/ }).check()
  await conflict.getByRole('textbox', { name: 'Last name, typed anew' }).fill('Pradó-Silva')
  await mails.getByRole('radio', { name: /^Mine/ }).check()

  await correctedBy(other, customer, { 'Last name': 'Prado y Silva' })
  await page.context().setOffline(true)
  await conflict.getByRole('button', { name: 'Save what stands' }).click()
  await expect(conflict.getByRole('alert')).toContainText('The server cannot be reached.')
  await page.context().setOffline(false)
  await conflict.getByRole('button', { name: 'Save what stands' }).click()
  await expect(names).toContainText('Prado y Silva')
  await page.keyboard.press('Escape')
  await expect(conflict).toBeHidden()
  await expect(field('Last name')).toHaveValue('Prado-Silva')
  await expect(field('First name')).toHaveValue('Lúcia')
  await expect(field('Reason')).toHaveValue('She spelled it out on the telephone.')

  await form.getByRole('button', { name: 'Compare' }).click()
  await names.getByRole('radio', { name: /^Something else/ }).check()
  await expect(conflict.getByRole('textbox', { name: 'Last name, typed anew' })).toHaveValue('Pradó-Silva')
  await conflict.getByRole('button', { name: 'Save what stands' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Lúcia Pradó-Silva' })).toBeVisible()
  const contact = page.getByRole('region', { name: 'Contact' })
  await expect(contact).toContainText('Aero')
  await expect(contact).toContainText('l•••@mine.example')
})

test('addresses are added, corrected without being seen, and retired; what is typed is text and nothing else', async ({
  open,
}) => {
  const page = await open('service2')
  const customer = await newCustomer(page)
  await goTo(page, `/customers/${customer.id}/show`)
  const card = page.getByRole('region', { name: 'Addresses' })
  const adding = await refusedAddress(page, bidi)
  const field = (name: string) => adding.getByRole('textbox', { name })
  await expect(field('Street')).toHaveValue(bidi)
  await field('Postal code').fill('1100-001')
  await adding.getByRole('button', { name: 'Add address' }).click()
  await expect(adding).toBeHidden()
  const lisbon = card.getByRole('group', { name: /Lisboa/ })
  await expect(lisbon).toContainText('1100-001 Lisboa')

  const berlin = card.getByRole('group', { name: /Berlin/ })
  await berlin.getByRole('button', { name: 'Correct' }).click()
  const correctingIt = page.getByRole('dialog', { name: /^Correct address / })
  await expect(correctingIt.getByRole('textbox', { name: 'Street' })).toHaveAttribute(
    'placeholder',
    'Replace L•••',
  )
  await correctingIt.getByRole('textbox', { name: 'Second line' }).fill('Hinterhaus')
  await correctingIt.getByRole('button', { name: 'A typing error' }).click()
  await correctingIt.getByRole('button', { name: 'Save' }).click()
  await expect(correctingIt).toBeHidden()
  await berlin.getByRole('button', { name: 'Source' }).click()
  const sources = page.getByRole('dialog', { name: 'Where this address comes from' })
  await expect(sources).toContainText(/Second line\s*a colleague/)
  await expect(sources).toContainText(/Street\s*an import/)
  await page.keyboard.press('Escape')

  await berlin.getByRole('button', { name: 'Retire' }).click()
  const retiring = page.getByRole('dialog', { name: /^Retire address / })
  await retiring.getByRole('button', { name: 'The customer called' }).click()
  await retiring.getByRole('button', { name: 'Retire' }).click()
  await expect(retiring.getByText(/^This is the default address for /)).toBeVisible()
  await retiring.getByRole('radio', { name: /Lisboa/ }).check()
  await retiring.getByRole('button', { name: 'Retire' }).click()
  await expect(retiring).toBeHidden()
  await expect(berlin).toHaveCount(0)
  await expect(lisbon).toContainText('Default for both')
  await card.getByRole('button', { name: 'Show 1 retired address' }).click()
  await expect(berlin).toContainText('Retired')
  expect(await page.evaluate(() => '__xss' in window)).toBe(false)
})

test('a manager closes an account and opens it again, and everybody reads why', async ({ open }) => {
  const page = await open('manager2')
  const customer = await newCustomer(page)
  await goTo(page, `/customers/${customer.id}/show`)
  await page.getByRole('button', { name: 'Close account' }).click()
  const closing = page.getByRole('dialog', { name: `Close the account of ${customer.reference}` })
  await closing.getByRole('textbox', { name: 'Reason' }).fill(bidi)
  await closing.getByRole('button', { name: 'Close account' }).click()
  await expect(closing).toBeHidden()
  const header = page.getByRole('main').getByRole('banner').or(page.locator('main header'))
  await expect(header).toContainText('Closed by Rafael Duarte')
  await expect(header).toContainText(bidi)

  const reader = await open('auditor')
  await goTo(reader, `/customers/${customer.id}/show`)
  await expect(reader.getByRole('region', { name: 'Timeline' })).toContainText(
    'Rafael Duarte closed the account',
  )
  await expect(reader.getByRole('region', { name: 'Addresses' }).getByRole('group')).toHaveCount(1)
  for (const act of ['Correct', 'Close account', 'Reopen account', 'Add address', 'Retire', 'Defaults'])
    await expect(reader.getByRole('button', { name: act, exact: true })).toHaveCount(0)

  await page.getByRole('button', { name: 'Reopen account' }).click()
  const opening = page.getByRole('dialog', { name: `Reopen the account of ${customer.reference}` })
  await opening.getByRole('button', { name: 'The customer called' }).click()
  await opening.getByRole('button', { name: 'Reopen account' }).click()
  await expect(page.getByRole('button', { name: 'Close account' })).toBeVisible()
  expect(await page.evaluate(() => '__xss' in window)).toBe(false)
})

test('from one customer to the next in the order of the list, and what was searched for stays out of the address', async ({
  open,
}) => {
  const page = await open('service2')
  await page.getByRole('textbox', { name: 'Find a customer' }).fill('goncalv')
  await page.keyboard.press('Enter')
  const links = page.getByRole('row').getByRole('link')
  await expect(links.nth(1)).toBeVisible()
  const names = (await links.allInnerTexts()).slice(0, 3)
  await links.first().click()
  const place = page.getByRole('navigation', { name: 'Through the list' })
  await expect(place).toContainText(/^1 of \d+$/)
  for (const name of names.slice(1)) {
    await page.keyboard.press('j')
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  }
  await expect(place).toContainText(/^3 of \d+$/)
  await page.keyboard.press('k')
  await expect(place).toContainText(/^2 of \d+$/)
  expect(page.url()).not.toContain('goncalv')
})

/** Opens the form that corrects a customer, with its key. */
async function correcting(page: Page, { id, reference, name }: Customer) {
  await goTo(page, `/customers/${id}/show`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Correct', exact: true }).first()).toBeVisible()
  await page.keyboard.press('e')
  return page.getByRole('dialog', { name: `Correct customer ${reference}` })
}

async function correctedBy(page: Page, customer: Customer, fields: Record<string, string>): Promise<void> {
  await goTo(page, `/customers/${customer.id}/show`)
  await page.getByRole('main').locator('header').getByRole('button', { name: 'Correct' }).click()
  const form = page.getByRole('dialog', { name: /^Correct customer / })
  for (const [name, value] of Object.entries(fields)) await form.getByRole('textbox', { name }).fill(value)
  await form.getByRole('button', { name: 'A typing error' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
}
