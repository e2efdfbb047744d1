// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext } from 'react-admin'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { ProofDialog } from '../src/session/ProofDialog.tsx'
import { proofDesk } from '../src/session/proof.ts'
import { lightTheme } from '../src/theme.ts'
import { password, testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>

beforeAll(async () => {
  screens = await testScreens()
  await screens.signIn('manager')
})
afterAll(() => screens.close())
afterEach(cleanup)

/** The dialog over a page, once an act asked for the password. */
async function asked() {
  const { dataProvider, authProvider } = screens
  render(
    <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
      <ProofDialog />
    </AdminContext>,
  )
  const proved: { answer: boolean | null } = { answer: null }
  act(() => {
    void proofDesk.prove('stepUp').then((answer) => {
      proved.answer = answer
    })
  })
  await screen.findByRole('dialog', { name: 'Confirm that it is you' })
  return { user: userEvent.setup(), field: screen.getByLabelText('Password'), proved }
}

it('a wrong password is refused where it is typed, and the right one goes on', async () => {
  const { user, field, proved } = await asked()
  await user.type(field, 'not the password{Enter}')
  await waitFor(() => expect(field).toHaveAccessibleDescription('That is not your password.'))
  expect(field).toHaveValue('')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.type(field, `${password}{Enter}`)
  await waitFor(() => expect(proved.answer).toBe(true))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('Esc leaves it, and the act is not done', async () => {
  const { user, proved } = await asked()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(proved.answer).toBe(false))
})
