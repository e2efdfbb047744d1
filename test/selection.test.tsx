// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  AdminContext,
  DataTable,
  ListContextProvider,
  memoryStore,
  ResourceContextProvider,
  useList,
} from 'react-admin'
import { MemoryRouter } from 'react-router-dom'
import { afterEach, expect, it } from 'vitest'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { Table } from '../src/lists/Table.tsx'

afterEach(cleanup)

const rows = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Bo' },
]

function Rows() {
  const list = useList({ data: rows, resource: 'purchases' })
  return (
    <ListContextProvider value={list}>
      <Table selectable>
        <DataTable.Col source="name" />
      </Table>
      <output>{list.selectedIds.join(' ')}</output>
    </ListContextProvider>
  )
}

it('each box that ticks a row has a name, and the one at the head ticks them all', async () => {
  render(
    <MemoryRouter>
      <AdminContext {...{ i18nProvider, store: memoryStore() }}>
        <ResourceContextProvider value="purchases">
          <Rows />
        </ResourceContextProvider>
      </AdminContext>
    </MemoryRouter>,
  )
  const user = userEvent.setup()
  const boxes = await screen.findAllByRole('checkbox', { name: 'Select this row' })
  expect(boxes).toHaveLength(2)
  await user.click(boxes[1] ?? document.body)
  expect(screen.getByRole('status')).toHaveTextContent(/^b$/)
  await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
  expect(screen.getByRole('status')).toHaveTextContent(/^a b$/)
  await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})
