// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { Dialog } from '@mui/material'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, memoryStore } from 'react-admin'
import { afterEach, expect, it, vi } from 'vitest'
import { en } from '../src/i18n/en.ts'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { Shortcuts } from '../src/keyboard/Shortcuts.tsx'
import { useShortcut } from '../src/keyboard/useShortcut.ts'
import { lightTheme } from '../src/theme.ts'

afterEach(cleanup)

function Page({ onEdit, withDialog = false }: { onEdit: () => void; withDialog?: boolean }) {
  return (
    <AdminContext {...{ i18nProvider, lightTheme, store: memoryStore() }}>
      <Shortcuts>
        <Edit onEdit={onEdit} />
        <input aria-label="Note" />
        <input type="checkbox" aria-label="Row" />
        <textarea aria-label="Text" />
        {withDialog && <Dialog open>A question</Dialog>}
      </Shortcuts>
    </AdminContext>
  )
}

function Edit({ onEdit }: { onEdit: () => void }) {
  useShortcut({ key: 'e', label: 'keyboard.next_row', run: onEdit })
  return null
}

it('a single key does its act where nobody types, also while a checkbox has the focus', async () => {
  const onEdit = vi.fn()
  render(<Page onEdit={onEdit} />)
  const user = userEvent.setup()
  await user.keyboard('e')
  await user.click(screen.getByRole('checkbox', { name: 'Row' }))
  await user.keyboard('e')
  expect(onEdit).toHaveBeenCalledTimes(2)
})

it.each(['Note', 'Text'])('a letter that is typed into %s stays a letter', async (label) => {
  const onEdit = vi.fn()
  render(<Page onEdit={onEdit} />)
  const user = userEvent.setup()
  await user.click(screen.getByLabelText(label))
  await user.keyboard('e')
  expect(onEdit).not.toHaveBeenCalled()
})

it.each(['{Control>}e{/Control}', '{Meta>}e{/Meta}', '{Alt>}e{/Alt}', '{Shift>}E{/Shift}'])(
  '%s is another key than the letter alone',
  async (keys) => {
    const onEdit = vi.fn()
    render(<Page onEdit={onEdit} />)
    await userEvent.setup().keyboard(keys)
    expect(onEdit).not.toHaveBeenCalled()
  },
)

it('no single key reaches the page behind an open dialog', async () => {
  const onEdit = vi.fn()
  render(<Page onEdit={onEdit} withDialog />)
  await userEvent.setup().keyboard('e')
  expect(onEdit).not.toHaveBeenCalled()
})

it('the sheet lists the shortcuts of the page, and its switch turns every single key off', async () => {
  const onEdit = vi.fn()
  render(<Page onEdit={onEdit} />)
  const user = userEvent.setup()
  await user.keyboard('?')
  const sheet = await screen.findByRole('dialog', { name: en.keyboard.title })
  expect(within(sheet).getByText(en.keyboard.next_row)).toBeVisible()
  expect(within(sheet).getByText('e')).toBeVisible()
  await user.click(within(sheet).getByRole('switch', { name: en.keyboard.single_keys }))
  expect(within(sheet).getAllByText(en.keyboard.off)).toHaveLength(2)
  await user.keyboard('{Escape}')
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('e?')
  expect(onEdit).not.toHaveBeenCalled()
  expect(screen.queryByRole('dialog')).toBeNull()
})
