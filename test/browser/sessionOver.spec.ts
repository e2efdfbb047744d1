import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { password } from './support/signIn.ts'

const words =
  'The prosecutor names the order that was paid with a stolen card; only its addressee can be told apart by our data.'

test('a session that ends while a justification is typed costs nothing of it', async ({ open }) => {
  const page = await open('compliance')
  await goTo(page, '/disclosures/create')
  await page.getByRole('textbox', { name: 'Agency' }).fill('Police of Lower Inventia')
  const justification = page.getByRole('textbox', { name: 'Justification' })
  await justification.fill(words)

  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save draft' }).click()
  const over = page.getByRole('dialog', { name: 'Your session is over' })
  await expect(over.getByRole('textbox', { name: 'E-mail' })).toHaveValue('compliance@demo.example')
  await expect(over.getByLabel('Password')).toBeFocused()
  await over.getByLabel('Password').fill('not the right one')
  await page.keyboard.press('Enter')
  await expect(over.getByRole('alert')).toHaveText('The e-mail address or the password is not right.')
  await over.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')

  await expect(over).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: /^Draft of / })).toBeVisible()
  await expect(page.getByText(words)).toBeVisible()
  await page.reload()
  await expect(page.getByText(words)).toBeVisible()
})
