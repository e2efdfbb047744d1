// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, type RenderResult, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, Notification } from 'react-admin'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type ErrorCode, errors, errorText } from '../contract/errors.ts'
import { Purchase } from '../contract/purchases.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { en } from '../src/i18n/en.ts'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { DeactivateButton } from '../src/purchases/DeactivateButton.tsx'
import { lightTheme } from '../src/theme.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
let purchase: Purchase
let shown: RenderResult
const verb = en.acts.purchases.deactivate.name
const words = 'The customer wrote that this was a mistake.'

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
  await screens.signIn('customer_service')
  const { id } = await addPurchase(screens.db, (await addCustomer(screens.db)).id)
  purchase = Purchase.parse((await screens.dataProvider.getOne('purchases', { id })).data)
  screens.seen.length = 0
  shown = render(<Page of={purchase} />)
})

function Page({ of }: { of: Purchase }) {
  const { dataProvider, authProvider } = screens
  return (
    <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
      <DeactivateButton purchase={of} />
      <Notification />
    </AdminContext>
  )
}

const posts = () => screens.seen.filter(({ method }) => method === 'POST')

async function open() {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: verb }))
  const dialog = await screen.findByRole('dialog')
  return { user, dialog, submit: within(dialog).getByRole('button', { name: verb }) }
}

async function fillIn() {
  const opened = await open()
  await opened.user.keyboard('6')
  await opened.user.click(within(opened.dialog).getByLabelText('Note'))
  await opened.user.paste(words)
  return opened
}

function refuse(code: ErrorCode) {
  screens.answerInstead(({ method }) => {
    if (method !== 'POST') return null
    const body = {
      code,
      status: errors[code].status,
      message: errorText(code, { who: 'Maja', when: '09:00' }),
      errors: {},
    }
    return Response.json(body, { status: errors[code].status })
  })
}

it('the dialog says which purchase, and what will and will not happen', async () => {
  const { dialog } = await open()
  expect(dialog).toHaveAccessibleName(`Deactivate purchase ${purchase.reference}`)
  expect(dialog).toHaveTextContent(
    'The customer no longer sees it. Accounting still does. You can bring it back.',
  )
})

it('reasons answer to number keys, and another reason needs words before anything is sent', async () => {
  const { user, dialog, submit } = await open()
  await user.keyboard('6')
  expect(within(dialog).getByRole('radio', { name: /another reason/i })).toBeChecked()
  await user.click(submit)
  expect(await within(dialog).findByText('Say why in a sentence (at least 20 characters).')).toBeVisible()
  expect(posts()).toEqual([])
})

it('a digit that is typed into the note stays a digit', async () => {
  const { user, dialog } = await fillIn()
  await user.type(within(dialog).getByLabelText('Note'), ' 2')
  expect(within(dialog).getByLabelText('Note')).toHaveValue(`${words} 2`)
  expect(within(dialog).getByRole('radio', { name: /another reason/i })).toBeChecked()
})

it.each([
  'INVALID',
  'NOT_ELIGIBLE',
  'VERSION_CONFLICT',
  'AUDIT_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
] as const)('what was typed stays after %s, with what happened in words', async (code) => {
  refuse(code)
  const { user, dialog, submit } = await fillIn()
  await user.click(submit)
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    errorText(code, { who: 'Maja', when: '09:00' }),
  )
  expect(within(dialog).getByLabelText('Note')).toHaveValue(words)
  expect(within(dialog).getByRole('radio', { name: /another reason/i })).toBeChecked()
})

it('a note with what looks like a card number is sent once its typist states that it is none', async () => {
  const { user, dialog, submit } = await fillIn()
  const note = within(dialog).getByLabelText('Note')
  await user.type(note, ' Parcel 4111 1111 1111 1111.')
  await user.click(submit)
  expect(await within(dialog).findByText('This looks like a card number (…1111). Remove it.')).toBeVisible()
  expect(posts()).toEqual([])

  await user.click(within(dialog).getByRole('button', { name: 'This is not a card number' }))
  await waitFor(() => expect(within(dialog).queryByRole('alert')).toBeNull())
  await waitFor(() => expect(note).toHaveFocus())
  await user.click(submit)
  await waitFor(() => expect(posts()).toHaveLength(1))
  expect(await posts()[0]?.json()).toMatchObject({ notCardNumbers: ['note'] })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('a statement about a number says nothing of a card number that is typed afterwards', async () => {
  const { user, dialog, submit } = await fillIn()
  const note = within(dialog).getByLabelText('Note')
  await user.type(note, ' Parcel 4111 1111 1111 1111.')
  await user.click(submit)
  await user.click(await within(dialog).findByRole('button', { name: 'This is not a card number' }))
  await user.clear(note)
  await user.type(note, `${words} Paid with 5555 5555 5555 4444.`)
  await user.click(submit)
  expect(await within(dialog).findByText('This looks like a card number (…4444). Remove it.')).toBeVisible()
  expect(posts()).toEqual([])
})

it('after a failure the second try carries the same key, so that it writes once', async () => {
  refuse('DATABASE_UNAVAILABLE')
  const { user, dialog, submit } = await fillIn()
  await user.click(submit)
  await within(dialog).findByRole('alert')
  screens.answerInstead(null)
  await user.click(submit)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const keys = posts().map(({ headers }) => headers.get('Idempotency-Key'))
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
  expect(await screen.findByText(`Purchase ${purchase.reference} is deactivated.`)).toBeVisible()
})

it('Esc closes without losing what was typed', async () => {
  const { user } = await fillIn()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const { dialog } = await open()
  expect(within(dialog).getByLabelText('Note')).toHaveValue(words)
})

it('the version that was seen at opening is the one that is acted on', async () => {
  const { user, submit } = await fillIn()
  shown.rerender(<Page of={{ ...purchase, version: purchase.version + 1 }} />)
  await user.click(submit)
  await waitFor(() => expect(posts()).toHaveLength(1))
  await expect(posts()[0]?.json()).resolves.toEqual({
    version: purchase.version,
    reason: 'other',
    note: words,
  })
})
