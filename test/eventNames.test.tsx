// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import { AdminContext, TestMemoryRouter } from 'react-admin'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Role } from '../contract/permissions.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { newKey } from '../src/idempotencyKey.ts'
import { RecentEvents } from '../src/start/RecentEvents.tsx'
import { lightTheme } from '../src/theme.ts'
import { subpoena } from './support/disclosures.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
let purchase: { id: string; reference: string }
let customer: { id: string }
let request: { id: string; reference: string | null }

configure({ asyncUtilTimeout: 10_000 })
beforeAll(async () => {
  screens = await testScreens()
  customer = await addCustomer(screens.db, { firstName: 'Luisa', lastName: 'Prado' })
  const { id } = await addPurchase(screens.db, customer.id)
  const { dataProvider } = screens
  const act = (noun: string, id: string, verb: string, data: object) =>
    dataProvider.act(noun, { id, verb, data, idempotencyKey: newKey() })
  await screens.signIn('customer_service')
  purchase = (await dataProvider.getOne('purchases', { id })).data
  await act('customers', customer.id, 'reveal', { purpose: 'customer_request' })
  await act('purchases', purchase.id, 'deactivate', { version: 1, reason: 'duplicate' })
  await screens.signIn('compliance')
  const draft = { ...subpoena([], { subjects: [{ customerId: customer.id }] }), log: {} }
  request = (await dataProvider.create('disclosures', { data: draft })).data
})
afterAll(() => screens.close())
afterEach(() => {
  cleanup()
  screens.answerInstead(null)
})

async function latest(role: Role) {
  await screens.signIn(role)
  screens.seen.length = 0
  const { dataProvider, authProvider } = screens
  render(
    <TestMemoryRouter>
      <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
        <RecentEvents />
      </AdminContext>
    </TestMemoryRouter>,
  )
}
const lineOf = async (text: RegExp) => {
  const line = (await screen.findByText(text)).closest('li')
  if (!line) throw new Error(`no line says ${text}`)
  return within(line)
}

it('a line of the latest acts names the customer or the purchase it is about, and leads there', async () => {
  await latest('customer_service')
  const ofCustomer = await lineOf(/revealed contact data:/)
  const name = await ofCustomer.findByRole('link', { name: 'Luisa Prado' })
  expect(name).toHaveAttribute('href', `/customers/${customer.id}/show`)
  const ofPurchase = await lineOf(/deactivated the purchase:/)
  const reference = await ofPurchase.findByRole('link', { name: purchase.reference })
  expect(reference).toHaveAttribute('href', `/purchases/${purchase.id}/show`)
})

it('names are asked for all lines at once, by the rights of the reader', async () => {
  await latest('manager')
  await (await lineOf(/deactivated the purchase:/)).findByRole('link', { name: purchase.reference })
  const asked = screens.seen.map(({ url }) => new URL(url).pathname)
  for (const noun of ['customers', 'purchases', 'disclosures'])
    expect(
      asked.filter((path) => path === `/api/${noun}`),
      noun,
    ).toHaveLength(1)
})

it('an auditor reads the reference of a request, and not whom it is about', async () => {
  await latest('auditor')
  const line = await lineOf(/logged the request:/)
  const reference = await line.findByRole('link', { name: request.reference ?? '' })
  expect(reference.closest('li')).not.toHaveTextContent('Prado')
})

it('a record whose name cannot be read is led to by what was done', async () => {
  screens.answerInstead(({ url }) =>
    new URL(url).pathname === '/api/purchases'
      ? Response.json([], { headers: { 'Content-Range': 'purchases */0' } })
      : null,
  )
  await latest('customer_service')
  const link = await screen.findByRole('link', { name: 'deactivated the purchase' })
  expect(link).toHaveAttribute('href', `/purchases/${purchase.id}/show`)
  expect(await (await lineOf(/revealed contact data:/)).findByText('Luisa Prado')).toBeVisible()
})
