// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, ResourceContextProvider, TestMemoryRouter } from 'react-admin'
import { Route, Routes } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { PolicyCreate } from '../src/policies/PolicyCreate.tsx'
import { PolicyEdit } from '../src/policies/PolicyEdit.tsx'
import { DraftEdit } from '../src/revisions/DraftEdit.tsx'
import { SettingsPage } from '../src/settings/SettingsPage.tsx'
import { lightTheme } from '../src/theme.ts'
import { testScreens } from './support/screens.ts'

const number = '4111 1111 1111 1111'
let screens: Awaited<ReturnType<typeof testScreens>>

configure({ asyncUtilTimeout: 10_000 })
beforeAll(async () => {
  screens = await testScreens()
  // jsdom lays nothing out, so there is nowhere to scroll to.
  Element.prototype.scrollIntoView = () => undefined
  await screens.signIn('manager')
})
afterAll(() => screens.close())
afterEach(cleanup)

function open(path: string) {
  const { dataProvider, authProvider } = screens
  render(
    <TestMemoryRouter initialEntries={[path]}>
      <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
        <ResourceContextProvider value="policies">
          <Routes>
            <Route path="/settings" element={<SettingsPage />} />
            <Route path="/policies/create" element={<PolicyCreate />} />
            <Route path="/policies/:id" element={<PolicyEdit />} />
            <Route path="/revisions/:id" element={<DraftEdit />} />
            <Route path="*" element={<h1>The policy</h1>} />
          </Routes>
        </ResourceContextProvider>
      </AdminContext>
    </TestMemoryRouter>,
  )
  return userEvent.setup()
}

const fill = async (user: ReturnType<typeof userEvent.setup>, name: string, text: string) => {
  const input = await screen.findByRole('textbox', { name })
  await user.clear(input)
  await user.click(input)
  await user.paste(text)
}
const statement = () => screen.findByRole('button', { name: 'This is not a card number' })
const policies = async () =>
  (
    await screens.dataProvider.getList('policies', {
      filter: {},
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'title', order: 'ASC' },
    })
  ).data

it('a policy whose title holds a number is kept once its manager states that it is no card number, new or not', async () => {
  const adding = open('/policies/create')
  await fill(adding, 'Title', `Parcels ${number}`)
  await fill(adding, 'Key', 'parcels')
  await fill(adding, 'Contact e-mail', 'privacy@shop.example')
  await adding.click(screen.getByRole('button', { name: 'Add policy' }))
  await adding.click(await statement())
  await waitFor(() => expect(screen.queryByText(/looks like a card number/)).toBeNull())
  await adding.click(screen.getByRole('button', { name: 'Add policy' }))
  expect(await screen.findByRole('heading', { name: 'The policy' })).toBeVisible()
  const [policy] = await policies()
  expect(policy).toMatchObject({ title: `Parcels ${number}` })

  cleanup()
  const editing = open(`/policies/${policy?.id}`)
  await fill(editing, 'Title', `Letters ${number}`)
  await editing.click(screen.getByRole('button', { name: 'Save settings' }))
  await editing.click(await statement())
  await editing.click(screen.getByRole('button', { name: 'Save settings' }))
  expect(await screen.findByRole('heading', { name: 'The policy' })).toBeVisible()
  expect(await policies()).toMatchObject([{ title: `Letters ${number}` }])
})

it('a draft of a policy is saved with such a number once it is stated, and goes on saving by itself', async () => {
  const [policy] = await policies()
  const { data: draft } = await screens.dataProvider.create('revisions', {
    data: { policyId: policy?.id, body: 'Before.' },
  })
  const user = open(`/revisions/${draft.id}`)
  await fill(user, 'Text', `Call ${number} for parcels.`)
  await user.click(await statement())
  const stored = async () => (await screens.dataProvider.getOne('revisions', { id: draft.id })).data.body
  await waitFor(async () => expect(await stored()).toBe(`Call ${number} for parcels.`))
  await fill(user, 'Text', `Call ${number} for letters.`)
  await waitFor(async () => expect(await stored()).toBe(`Call ${number} for letters.`))
  expect(screen.queryByRole('button', { name: 'This is not a card number' })).toBeNull()
})

it('a setting keeps such a number once it is stated, and the keyboard stands on the button that saves', async () => {
  const user = open('/settings')
  const card = within(await screen.findByRole('region', { name: 'Required information' }))
  await fill(user, 'Phone: why we ask', `The parcel ${number} came back.`)
  await user.click(card.getByRole('button', { name: 'Save' }))
  expect(screen.getByRole('textbox', { name: 'Phone: why we ask' })).toHaveFocus()
  await user.click(await statement())
  expect(card.getByRole('button', { name: 'Save' })).toHaveFocus()
  expect(screen.queryByText(/looks like a card number/)).toBeNull()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(card.getByText(/Version 2/)).toBeVisible())
  expect(screen.getByRole('textbox', { name: 'Phone: why we ask' })).toHaveValue(
    `The parcel ${number} came back.`,
  )
})
