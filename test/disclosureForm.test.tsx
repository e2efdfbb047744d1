// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, Notification, ResourceContextProvider } from 'react-admin'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { errors } from '../contract/errors.ts'
import { longestSearch } from '../contract/longestSearch.ts'
import { DisclosureCreate } from '../src/disclosures/DisclosureCreate.tsx'
import { en } from '../src/i18n/en.ts'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { createQueryClient } from '../src/queryClient.ts'
import { lightTheme } from '../src/theme.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
const log = en.acts.disclosures.log.name

beforeAll(async () => {
  screens = await testScreens()
  // jsdom lays nothing out, so there is nowhere to scroll to.
  Element.prototype.scrollIntoView = () => undefined
})
afterAll(() => screens.close())
afterEach(() => {
  screens.answerInstead(null)
  cleanup()
})
beforeEach(async () => {
  await screens.signIn('compliance')
  screens.seen.length = 0
  const { dataProvider, authProvider } = screens
  render(
    <AdminContext
      {...{ dataProvider, authProvider, i18nProvider, lightTheme }}
      queryClient={createQueryClient()}
    >
      <ResourceContextProvider value="disclosures">
        <DisclosureCreate />
      </ResourceContextProvider>
      <Notification />
    </AdminContext>,
  )
})

const posts = () => screens.seen.filter(({ method }) => method === 'POST')

it('a request that says too little is refused at its fields, keeps what was typed, and leads to the first gap', async () => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('textbox', { name: 'Agency' }))
  await user.paste('Tax Office Södermark')
  await user.click(screen.getByRole('textbox', { name: 'Justification' }))
  await user.paste('Too short.')
  await user.click(screen.getByRole('button', { name: log }))

  const officer = screen.getByRole('textbox', { name: 'Officer' })
  await waitFor(() => expect(officer).toBeInvalid())
  await waitFor(() => expect(officer).toHaveFocus())
  expect(screen.getByRole('textbox', { name: 'Justification' })).toHaveAccessibleDescription(
    expect.stringContaining(errors.JUSTIFICATION_REQUIRED.text),
  )
  expect(screen.getByRole('textbox', { name: 'Agency' })).toHaveValue('Tax Office Södermark')
  expect(screen.getByRole('alert')).toHaveTextContent(/\d fields need a look. Nothing was saved./)
})

it('a field that takes an instant says whose time zone is meant, and the chosen instant with its zone', async () => {
  const received = await screen.findByLabelText('Received')
  await userEvent.clear(received)
  expect(received).toHaveAccessibleDescription('In your time zone.')
  fireEvent.change(received, { target: { value: '2026-03-02T09:00' } })
  expect(received).toHaveAccessibleDescription(/^Monday.* March .*2026.* (UTC|GMT|[A-Z]{2,5}|GMT[+-]\d+)$/)
})

it('a fault behind “More fields” opens the place by itself', async () => {
  const user = userEvent.setup()
  await screen.findByRole('button', { name: log })
  expect(screen.queryByRole('textbox', { name: 'Why at that time' })).not.toBeInTheDocument()
  screens.answerInstead(({ method }) => {
    if (method !== 'POST') return null
    const { status, text: message } = errors.INVALID
    const faults = { dueReason: 'Say why the answer is due at another time than usual.' }
    return Response.json({ code: 'INVALID', status, message, errors: faults }, { status })
  })
  await user.click(screen.getByRole('button', { name: log }))
  expect(await screen.findByRole('textbox', { name: 'Why at that time' })).toBeInvalid()
})

it('an emergency asks its few questions in place, and no other request does', async () => {
  const user = userEvent.setup()
  await screen.findByRole('button', { name: log })
  expect(screen.queryByRole('textbox', { name: 'What the danger is' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Emergency' }))
  expect(screen.getByRole('textbox', { name: 'What the danger is' })).toBeVisible()
})

it('pressing Enter in a field logs nothing', async () => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('textbox', { name: 'Agency' }))
  await user.keyboard('Ashcombe Constabulary{Enter}')
  expect(posts()).toEqual([])
})

it('a search for a person that fails does not pass for one that found nobody', async () => {
  const user = userEvent.setup()
  const picker = await screen.findByRole('combobox', { name: en.resources.disclosures.subjects.add })
  screens.answerInstead(({ url }) => {
    if (!url.includes('/api/customers?')) return null
    const { status, text: message } = errors.INTERNAL
    return Response.json({ code: 'INTERNAL', status, message, errors: {} }, { status })
  })
  await user.type(picker, 'nobody@example.com')
  expect(await screen.findByText(errors.INTERNAL.text)).toBeVisible()
  expect(screen.queryByText(/nobody@example.com/)).not.toBeInTheDocument()
})

it('what is longer than any search is given as it is, and nothing is said of who was found', async () => {
  const user = userEvent.setup()
  const picker = await screen.findByRole('combobox', { name: en.resources.disclosures.subjects.add })
  const long = 'x'.repeat(longestSearch + 1)
  await user.click(picker)
  await user.paste(long)
  expect(await screen.findByText(new RegExp(long))).toBeVisible()
  expect(screens.seen.filter(({ url }) => url.includes(long))).toEqual([])
})
