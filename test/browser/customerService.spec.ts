import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'

test('customer service finds a customer without accents, reveals contact data, and takes a purchase out of use and back', async ({
  open,
}) => {
  const page = await open('service')
  const found = await records(page, 'customers', { q: 'goncalv' })
  const settled = await records(page, 'purchases', {
    customerId: found.map(({ id }) => id),
    activation: 'active',
    orderStatus: 'delivered',
    openMatter: 'none',
  })
  const purchase = first(settled, 'settled purchase of a Gonçalves')
  const customer = first(
    found.filter(({ id }) => id === purchase.customerId),
    'customer of that purchase',
  )

  await page.getByRole('textbox', { name: 'Find a customer' }).fill('goncalv')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ hasText: customer.reference })
  await row.getByRole('link', { name: customer.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible()
  expect(page.url(), 'whom one looked for stays out of the address').not.toContain('goncalv')

  const contact = page.getByRole('region', { name: 'Contact' })
  await expect(contact).toContainText('•••')
  await contact.getByRole('button', { name: 'Reveal contact data' }).click()
  await page.getByRole('radio', { name: 'A problem with an order' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal contact data' }).click()
  await expect(contact.getByRole('timer')).toHaveText(/^In clear for (5:00|4:\d\d) more$/)
  await expect(contact).not.toContainText('•••')
  await expect(contact.getByRole('link', { name: /@.+\.example$/ })).toBeVisible()
  await contact.getByRole('button', { name: 'Hide now' }).click()
  await expect(contact).toContainText('•••')

  await page.getByRole('textbox', { name: 'Search customers, references, orders' }).fill(purchase.reference)
  await page.keyboard.press('Enter')
  const inList = page.getByRole('row').filter({ hasText: purchase.reference })
  await inList.getByRole('link', { name: purchase.reference }).click()
  await page.getByRole('button', { name: 'Deactivate purchase' }).click()
  const dialog = page.getByRole('dialog', { name: `Deactivate purchase ${purchase.reference}` })
  await expect(dialog.getByRole('radio', { disabled: false }).first()).toBeFocused()
  await page.keyboard.press('3')
  await expect(dialog.getByRole('radio', { name: 'Recorded twice' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Reactivate purchase' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Activation' })).toContainText('Deactivated by Sofia Marin')

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Purchases' }).click()
  await page.getByRole('textbox', { name: 'Order number, reference, customer' }).fill(purchase.reference)
  await page.getByRole('button', { name: 'Active', exact: true }).click()
  await expect(page.getByText('No purchases match')).toBeVisible()
  await page.getByRole('button', { name: 'Deactivated', exact: true }).click()
  await expect(inList).toContainText('Deactivated')
  await inList.getByRole('link', { name: purchase.reference }).click()

  await page.getByRole('button', { name: 'Reactivate purchase' }).click()
  await page.getByRole('textbox', { name: 'Why it comes back' }).fill('The customer called: it was hers.')
  await page.getByRole('dialog').getByRole('button', { name: 'Reactivate purchase' }).click()
  await expect(page.getByRole('button', { name: 'Deactivate purchase' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Activation' })).toContainText(
    'The customer called: it was hers.',
  )
})

test('a purchase under way cannot be deactivated, and the page says why', async ({ open }) => {
  const page = await open('service')
  const underWay = { activation: 'active', orderStatus: 'shipped' }
  const purchase = first(await records(page, 'purchases', underWay), 'purchase under way')

  await goTo(page, `/purchases/${purchase.id}/show`)
  const button = page.getByRole('button', { name: 'Deactivate purchase' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(
    'The order is still in transit. It can be deactivated once it is delivered, cancelled or refunded.',
  )
})

test('“another reason” without a sentence is refused at the note, and what was typed stays', async ({
  open,
}) => {
  const page = await open('service2')
  const refunded = { activation: 'active', orderStatus: 'refunded', openMatter: 'none' }
  const purchase = first(await records(page, 'purchases', refunded), 'refunded purchase')

  await goTo(page, `/purchases/${purchase.id}/show`)
  await page.getByRole('button', { name: 'Deactivate purchase' }).click()
  const dialog = page.getByRole('dialog', { name: `Deactivate purchase ${purchase.reference}` })
  const note = dialog.getByRole('textbox', { name: 'Note' })
  await dialog.getByRole('radio', { name: 'Another reason' }).check()
  await note.fill('A mistake')
  await dialog.getByRole('button', { name: 'Deactivate purchase' }).click()
  await expect(note).toHaveAccessibleDescription('Say why in a sentence (at least 20 characters).')
  await expect(note).toHaveValue('A mistake')
  await expect(note).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Deactivate purchase' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(note).toHaveValue('A mistake')
  await expect(dialog.getByRole('radio', { name: 'Another reason' })).toBeChecked()
})
