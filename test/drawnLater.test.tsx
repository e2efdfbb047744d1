// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import type * as Material from '@mui/material'
import { cleanup, render, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useLayoutEffect } from 'react'
import { AdminContext, ListContextProvider, memoryStore, ResourceContextProvider, useList } from 'react-admin'
import { MemoryRouter } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { HangingPanel } from '../src/layout/HangingPanel.tsx'
import { Layout } from '../src/layout/Layout.tsx'
import { useOnceOpen } from '../src/layout/useOnceOpen.ts'
import { FilterBar } from '../src/lists/FilterBar.tsx'
import { Paging } from '../src/lists/Paging.tsx'
import { ViewMenu } from '../src/lists/views/ViewMenu.tsx'
import { testScreens } from './support/screens.ts'

/** What was set up of all that hangs over a page, open or closed. */
const hanging = vi.hoisted(() => new Set<string>())

vi.mock('@mui/material', async (original) => {
  const material = await original<typeof Material>()
  const { Drawer, Menu, Popover } = material
  return {
    ...material,
    Drawer: (props: Material.DrawerProps) => {
      hanging.add('Drawer')
      return <Drawer {...props} />
    },
    Menu: (props: Material.MenuProps) => {
      hanging.add('Menu')
      return <Menu {...props} />
    },
    Popover: (props: Material.PopoverProps) => {
      hanging.add('Popover')
      return <Popover {...props} />
    },
  }
})

let screens: Awaited<ReturnType<typeof testScreens>>
beforeAll(async () => {
  screens = await testScreens()
  await screens.signIn('customer_service')
})
afterAll(() => screens.close())
beforeEach(() => hanging.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const rows = Array.from({ length: 60 }, (_, id) => ({ id, name: `Ana ${id}` }))

function Lists({ children }: { children: ReactNode }) {
  const list = useList({ data: rows, resource: 'customers', perPage: 25 })
  return <ListContextProvider value={list}>{children}</ListContextProvider>
}

const draw = (children: ReactNode) =>
  render(
    <MemoryRouter>
      <AdminContext {...{ ...screens, i18nProvider, store: memoryStore() }}>
        <ResourceContextProvider value="customers">
          <Lists>{children}</Lists>
        </ResourceContextProvider>
      </AdminContext>
    </MemoryRouter>,
  )

describe('what hangs over a page', () => {
  it('counts as opened from the first time on, and for good', () => {
    const { result, rerender } = renderHook(useOnceOpen, { initialProps: false })
    expect(result.current).toBe(false)
    rerender(true)
    expect(result.current).toBe(true)
    rerender(false)
    expect(result.current).toBe(true)
  })

  it('is there at once where it is open from the beginning', () => {
    expect(renderHook(useOnceOpen, { initialProps: true }).result.current).toBe(true)
  })

  it('is not set up before it is opened, and its closing is seen: a panel', async () => {
    const panel = (anchor: HTMLElement | null) => (
      <HangingPanel label="Columns" anchor={anchor} side="left" onClose={() => {}}>
        Which columns
      </HangingPanel>
    )
    const { rerender } = render(panel(null))
    expect(hanging).toEqual(new Set())
    rerender(panel(document.body))
    expect(await screen.findByText('Which columns')).toBeInTheDocument()
    rerender(panel(null))
    expect(screen.getByText('Which columns')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByText('Which columns')).not.toBeInTheDocument())
  })

  it('is not set up before it is opened: the menu of views', async () => {
    draw(<ViewMenu noun="customers" isNarrow={false} />)
    const button = await screen.findByRole('button', { name: 'Save view' })
    expect(hanging).toEqual(new Set())
    await userEvent.click(button)
    expect(await screen.findByRole('menu')).toBeVisible()
  })

  it('is not set up before it is opened: the filters on a phone', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('max-width'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    draw(
      <FilterBar noun="customers" searchable={false} elsewhere={[]}>
        <p>Which country</p>
      </FilterBar>,
    )
    const button = await screen.findByRole('button', { name: 'Filters' })
    expect(hanging).toEqual(new Set())
    await userEvent.click(button)
    expect(await screen.findByText('Which country')).toBeVisible()
  })

  it('is not set up before it is opened: the places of a narrow page', async () => {
    draw(<Layout>the page</Layout>)
    expect(await screen.findByText('the page')).toBeInTheDocument()
    const button = await screen.findByRole('button', { name: 'Menu' })
    expect(hanging).toEqual(new Set())
    await userEvent.click(button)
    expect(hanging).toContain('Drawer')
  })
})

describe('the buttons that turn pages', () => {
  it('are drawn after the rows', async () => {
    let atFirst: boolean | null = null
    function Look() {
      useLayoutEffect(() => {
        atFirst ??= screen.queryByRole('button', { name: /next page/i }) !== null
      }, [])
      return <p>Ana</p>
    }
    draw(
      <>
        <Look />
        <Paging />
      </>,
    )
    expect(await screen.findByRole('button', { name: /next page/i })).toBeVisible()
    expect(atFirst).toBe(false)
  })
})
