// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, TestMemoryRouter } from 'react-admin'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Purchase } from '../contract/purchases.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { SnapshotsCard } from '../src/purchases/SnapshotsCard.tsx'
import { lightTheme } from '../src/theme.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
configure({ asyncUtilTimeout: 10_000 })
beforeAll(async () => {
  screens = await testScreens()
  // The screen counts down by the browser's own clock.
  screens.clock.now = new Date()
})
afterAll(() => screens.close())

it('customer service tells a caller where an order went, for a stated purpose, and an auditor is not offered it', async () => {
  const { dataProvider, authProvider } = screens
  const customer = await addCustomer(screens.db)
  const { id } = await addPurchase(screens.db, customer.id)
  async function open() {
    const { data } = await dataProvider.getOne('purchases', { id })
    return render(
      <TestMemoryRouter>
        <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
          <SnapshotsCard purchase={Purchase.parse(data)} />
        </AdminContext>
      </TestMemoryRouter>,
    )
  }

  await screens.signIn('customer_service')
  const { unmount } = await open()
  expect(screen.queryByText('Lindenallee 12')).toBeNull()
  await userEvent.click(await screen.findByRole('button', { name: 'Reveal contact data' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('Shows the addresses of this purchase in clear for five minutes')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'A problem with an order' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reveal contact data' }))
  expect(await screen.findAllByText('Lindenallee 12')).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: 'Hide now' }))
  expect(screen.queryByText('Lindenallee 12')).toBeNull()
  unmount()

  await screens.signIn('auditor')
  await open()
  expect(await screen.findByRole('heading', { name: 'Shipping' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Reveal contact data' })).toBeNull()
})
