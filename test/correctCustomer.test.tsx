// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { eq } from 'drizzle-orm'
import { AdminContext, Notification, useGetOne } from 'react-admin'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type CustomerRecord, CustomerRecord as Shape } from '../contract/customers.ts'
import { addCustomer } from '../mocks/builders.ts'
import { changes, customers } from '../server/database/schema/customers.ts'
import { CorrectButton } from '../src/customers/CorrectButton.tsx'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { createQueryClient } from '../src/queryClient.ts'
import { createStore } from '../src/store.ts'
import { lightTheme } from '../src/theme.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
let customer: CustomerRecord

beforeAll(async () => {
  screens = await testScreens()
})
afterAll(() => screens.close())
afterEach(() => {
  screens.answerInstead(null)
  cleanup()
})
beforeEach(async () => {
  await screens.signIn('customer_service')
  const { id } = await addCustomer(screens.db, { email: `luisa.${Date.now()}@old.example` })
  customer = Shape.parse((await screens.dataProvider.getOne('customers', { id })).data)
  screens.seen.length = 0
  const { dataProvider, authProvider } = screens
  render(
    <AdminContext
      {...{ dataProvider, authProvider, i18nProvider, lightTheme }}
      queryClient={createQueryClient()}
      store={createStore()}
    >
      <Page />
      <Notification />
    </AdminContext>,
  )
})

function Page() {
  const { data } = useGetOne<CustomerRecord>('customers', { id: customer.id })
  return data ? <CorrectButton customer={data} /> : null
}

const stored = async () => (await screens.db.select().from(customers).where(eq(customers.id, customer.id)))[0]
const puts = () => screens.seen.filter(({ method }) => method === 'PUT')

async function open() {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: /^Correct|^Go on/ }))
  const dialog = await screen.findByRole('dialog', { name: `Correct customer ${customer.reference}` })
  const field = (name: string) => within(dialog).getByLabelText(name, { selector: 'input, textarea' })
  const type = async (name: string, text: string) => {
    await user.clear(field(name))
    await user.paste(text)
  }
  const save = () => user.click(within(dialog).getByRole('button', { name: 'Save', hidden: true }))
  return { user, dialog, field, type, save }
}

/** A colleague at another desk, who saves meanwhile. */
async function colleague(fields: object) {
  await screens.signIn('manager')
  await saveElsewhere(fields)
  await screens.signIn('customer_service')
  screens.seen.length = 0
}

/** Whoever is signed in saves in another tab. */
async function saveElsewhere(fields: object) {
  const { data } = await screens.dataProvider.update('customers', {
    id: customer.id,
    data: { ...fields, reason: 'A colleague knew better.' },
    previousData: { id: customer.id, version: 1 },
  })
  screens.seen.length = 0
  return data
}

it('only what was changed is sent, with the reason', async () => {
  const { type, save } = await open()
  await type('Last name', 'Prado')
  await type('Reason', 'She married.')
  await save()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await expect(puts()[0]?.json()).resolves.toEqual({ version: 1, lastName: 'Prado', reason: 'She married.' })
  expect(await screen.findByText(`Customer ${customer.reference} is corrected.`)).toBeVisible()
})

it('each field says whether an account needs it, and why the shop asks', async () => {
  const { field } = await open()
  const why = (name: string, words: RegExp) =>
    waitFor(() => expect(field(name)).toHaveAccessibleDescription(words))
  await why('First name', /^Needed for an account · “So that we know whom we deal with .*”$/)
  await why('Last name', /^Needed for an account · “So that we know whom we deal with .*”$/)
  await why('Company', /^“So that an invoice can be made out to a company.”$/)
  await why('E-mail', /^Needed for an account · “To sign in, .*” Left empty it stays as it is.$/)
  await why('Time zone', /^“So that dates and times in our messages are yours.”$/)
})

it('masked contact data is replaced or taken away without being seen', async () => {
  const { user, dialog, field, type, save } = await open()
  expect(field('E-mail')).toHaveValue('')
  expect(field('E-mail')).toHaveAttribute('placeholder', `Replace ${customer.email}`)
  expect(dialog).not.toHaveTextContent('@old.example')
  await user.click(within(dialog).getByRole('button', { name: 'Remove: Phone' }))
  expect(field('Phone')).toHaveAccessibleDescription('Is taken away when you save.')
  await type('E-mail', `neu.${Date.now()}@new.example`)
  await user.click(within(dialog).getByRole('button', { name: 'The customer called' }))
  await save()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await stored()).toMatchObject({ phone: null, phoneTyped: null })
  expect((await stored())?.email).toMatch(/^neu\./)
})

it('without a reason nothing is sent, and without a change neither', async () => {
  const { dialog, field, type, save } = await open()
  await save()
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Nothing is changed yet.')
  await type('First name', 'Lu')
  await save()
  await waitFor(() => expect(field('Reason')).toHaveAccessibleDescription('This is needed.'))
  expect(puts()).toEqual([])
})

it('a refusal stands at its field and everything typed stays', async () => {
  const taken = `taken.${Date.now()}@shop.example`
  await addCustomer(screens.db, { email: taken })
  const { field, type, save } = await open()
  await type('Last name', 'Prado')
  await type('E-mail', taken)
  await type('Reason', 'She told me.')
  await save()
  await waitFor(() =>
    expect(field('E-mail')).toHaveAccessibleDescription('Another customer has this e-mail address.'),
  )
  expect(
    [field('Last name'), field('E-mail'), field('Reason')].map(
      (each) => each.getAttribute('value') ?? each.textContent,
    ),
  ).toEqual(['Prado', taken, 'She told me.'])
})

it('what was typed outlives Esc, and can be thrown away', async () => {
  const { user, type } = await open()
  await type('Last name', 'Prado')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Go on correcting' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('textbox', { name: 'Last name' })).toHaveValue('Prado')
  await user.click(within(dialog).getByRole('button', { name: 'Start over' }))
  expect(within(dialog).getByRole('textbox', { name: 'Last name' })).toHaveValue('Gonçalves')
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('button', { name: 'Correct' })).toBeVisible()
})

it('a colleague who changed another field is told of, and both corrections stand', async () => {
  const { type, save } = await open()
  await type('First name', 'Lúcia')
  await type('Reason', 'Accent.')
  await colleague({ lastName: 'Prado' })
  await save()
  const conflict = await screen.findByRole('dialog', { name: 'Ana manager saved first' })
  expect(conflict).toHaveTextContent('Last name: Gonçalves')
  const button = within(conflict).getByRole('button', { name: 'Save mine too' })
  expect(button).toHaveFocus()
  await userEvent.click(button)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await stored()).toMatchObject({ firstName: 'Lúcia', lastName: 'Prado', version: 3 })
  expect(await screen.findByText(/Meanwhile Ana manager changed: Last name\.$/)).toBeVisible()
})

it('who saved in another tab of their own is told that it was them, and decides between the two', async () => {
  const { user, type, save } = await open()
  await type('Last name', 'Prado Gonçalves')
  await type('Reason', 'She married.')
  await saveElsewhere({ lastName: 'Prado' })
  await save()
  const conflict = await screen.findByRole('dialog', { name: /^You changed this in another tab or window, / })
  expect(conflict).toHaveTextContent('There you changed the same as here. Decide what stands')
  expect(conflict).not.toHaveTextContent(/Theirs|Mine|both/)
  await user.click(within(conflict).getByRole('button', { name: 'Save what stands' }))
  expect(await within(conflict).findByRole('alert')).toHaveTextContent(
    'Choose what you saved there, what you typed here, or type something else.',
  )
  expect(within(conflict).getByRole('radio', { name: /^Saved there ?Prado/ })).not.toBeChecked()
  await user.click(within(conflict).getByRole('radio', { name: /^Typed here ?Prado Gonçalves$/ }))
  await user.click(within(conflict).getByRole('button', { name: 'Save what stands' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await stored())?.lastName).toBe('Prado Gonçalves')
  expect(await screen.findByText(/In another tab or window you changed: Last name\.$/)).toBeVisible()
})

it.each([
  ['a line that is down', () => Response.error()],
  ['a fault of the server', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
])('%s costs nothing that was typed', async (_what, answer) => {
  const { dialog, field, type, save } = await open()
  await type('Last name', 'Prado')
  await type('Reason', 'She married.')
  screens.answerInstead(({ method }) => (method === 'PUT' ? answer() : null))
  await save()
  expect(await within(dialog).findByRole('alert')).toBeVisible()
  expect(field('Last name')).toHaveValue('Prado')
  screens.answerInstead(null)
  await save()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await stored())?.lastName).toBe('Prado')
})

it('a correction whose answer was lost on the way is not taken for a colleague', async () => {
  const { dialog, type, save } = await open()
  await type('Last name', 'Prado')
  await type('Reason', 'She married.')
  screens.answerInstead(({ method }) => (method === 'PUT' ? Response.error() : null))
  await save()
  await within(dialog).findByRole('alert')
  screens.answerInstead(null)
  await screens.dataProvider.update('customers', {
    id: customer.id,
    data: { lastName: 'Prado', reason: 'She married.' },
    previousData: { id: customer.id, version: 1 },
  })
  await save()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const history = await screen.findByText(`Customer ${customer.reference} is corrected.`)
  expect(history).toBeVisible()
  expect(await screens.db.select().from(changes).where(eq(changes.customerId, customer.id))).toHaveLength(1)
})
