// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, Notification, ResourceContextProvider, TestMemoryRouter } from 'react-admin'
import { Route, Routes } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Disclosure } from '../contract/disclosures.ts'
import { DisclosureEdit } from '../src/disclosures/DisclosureEdit.tsx'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { lightTheme } from '../src/theme.ts'
import { subpoena } from './support/disclosures.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
let request: Disclosure

configure({ asyncUtilTimeout: 10_000 })
beforeAll(async () => {
  screens = await testScreens()
  // jsdom lays nothing out, so there is nowhere to scroll to.
  Element.prototype.scrollIntoView = () => undefined
})
afterAll(() => screens.close())
afterEach(cleanup)
beforeEach(async () => {
  await screens.signIn('compliance')
  const { dataProvider, authProvider } = screens
  const { data } = await dataProvider.create<Disclosure>('disclosures', {
    data: subpoena([], { subjects: [] }),
  })
  request = data
  render(
    <TestMemoryRouter initialEntries={[`/disclosures/${request.id}`]}>
      <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
        <ResourceContextProvider value="disclosures">
          <Routes>
            <Route path="/disclosures/:id" element={<DisclosureEdit />} />
            <Route path="*" element={<h1>The request</h1>} />
          </Routes>
        </ResourceContextProvider>
        <Notification />
      </AdminContext>
    </TestMemoryRouter>,
  )
})

async function typeAndSave(field: string, text: string) {
  const user = userEvent.setup()
  const input = await screen.findByRole('textbox', { name: field })
  await user.clear(input)
  await user.click(input)
  await user.paste(text)
  return { user, save: () => user.click(screen.getByRole('button', { name: 'Save changes' })) }
}

const stored = async () =>
  (await screens.dataProvider.getOne<Disclosure>('disclosures', { id: request.id })).data

async function colleague(data: object, version = 1) {
  await screens.signIn('manager')
  await saveElsewhere(data, version)
  await screens.signIn('compliance')
}
const saveElsewhere = (data: object, version = 1) =>
  screens.dataProvider.update('disclosures', {
    id: request.id,
    data,
    previousData: { id: request.id, version },
  })

it('a colleague who changed another field of a request is told of by name, and both stand at one click', async () => {
  const { user, save } = await typeAndSave('Their case number', '26-1')
  await colleague({ legalBasisText: 'Art. 6' })
  await save()
  const conflict = await screen.findByRole('dialog', { name: 'Ana manager saved first' })
  expect(conflict).toHaveTextContent('That touches nothing of yours.')
  await user.click(within(conflict).getByRole('button', { name: 'Save mine too' }))
  expect(await screen.findByRole('heading', { name: 'The request' })).toBeVisible()
  expect(await stored()).toMatchObject({ agencyCaseNumber: '26-1', legalBasisText: 'Art. 6', version: 3 })
})

it('a field of a request that two changed is decided between them, and nothing is saved before', async () => {
  const { user, save } = await typeAndSave('Their case number', '26-mine')
  await colleague({ agencyCaseNumber: '26-theirs' })
  await save()
  const conflict = await screen.findByRole('dialog', { name: 'Ana manager saved first' })
  await user.click(within(conflict).getByRole('button', { name: 'Save what stands' }))
  expect(await within(conflict).findByRole('alert')).toHaveTextContent('Choose theirs or mine.')
  expect(await stored()).toMatchObject({ agencyCaseNumber: '26-theirs', version: 2 })
  await user.click(within(conflict).getByRole('button', { name: 'Back to the form' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('textbox', { name: 'Their case number' })).toHaveValue('26-mine')

  await save()
  const again = await screen.findByRole('dialog', { name: 'Ana manager saved first' })
  await user.click(within(again).getByRole('radio', { name: /^Theirs ?26-theirs/ }))
  await user.click(within(again).getByRole('button', { name: 'Save what stands' }))
  expect(await screen.findByRole('heading', { name: 'The request' })).toBeVisible()
  expect(await stored()).toMatchObject({ agencyCaseNumber: '26-theirs' })
})

it('who saved a request in another tab of their own is told that it was them', async () => {
  const { user, save } = await typeAndSave('Their case number', '26-here')
  await saveElsewhere({ agencyCaseNumber: '26-there' })
  await save()
  const conflict = await screen.findByRole('dialog', { name: /^You changed this in another tab or window, / })
  await user.click(within(conflict).getByRole('radio', { name: /^Typed here ?26-here$/ }))
  await user.click(within(conflict).getByRole('button', { name: 'Save what stands' }))
  expect(await screen.findByRole('heading', { name: 'The request' })).toBeVisible()
  expect(await stored()).toMatchObject({ agencyCaseNumber: '26-here', version: 3 })
})

it('of several who saved a request meanwhile each is named at the field they changed', async () => {
  const { user, save } = await typeAndSave('Their case number', '26-1')
  await colleague({ legalBasisText: 'Art. 6' })
  await saveElsewhere({ costNote: 'None.' }, 2)
  await save()
  const conflict = await screen.findByRole('dialog', { name: /^You changed this in another tab or window, / })
  const lineOf = (field: RegExp) =>
    within(conflict)
      .getAllByRole('listitem')
      .find((line) => field.test(line.textContent ?? ''))
  expect(lineOf(/^Statute and article/)).toHaveTextContent('Ana manager')
  expect(lineOf(/None\./)).toHaveTextContent('You')
  expect(conflict).not.toHaveTextContent('A colleague')
  await user.click(within(conflict).getByRole('button', { name: 'Save this too' }))
  expect(await screen.findByRole('heading', { name: 'The request' })).toBeVisible()
  expect(await stored()).toMatchObject({ agencyCaseNumber: '26-1', legalBasisText: 'Art. 6', version: 4 })
})
