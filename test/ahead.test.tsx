// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, Suspense } from 'react'
import {
  AdminContext,
  ListBase,
  ListIterator,
  TestMemoryRouter,
  useAuthState,
  useCanAccess,
  useGetIdentity,
  useLogout,
  usePermissions,
} from 'react-admin'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { customersOrder, firstCustomers, rowsAtOnce } from '../contract/firstRows.ts'
import { addCustomer } from '../mocks/builders.ts'
import { askAhead } from '../src/customers/askAhead.ts'
import { ErrorBoundary } from '../src/errors/ErrorBoundary.tsx'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { ahead } from '../src/layout/ahead.ts'
import { fetchAhead } from '../src/layout/fetchAhead.ts'
import { createQueryClient } from '../src/queryClient.ts'
import { knowAhead } from '../src/session/knowAhead.ts'
import { createStore } from '../src/store.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
beforeAll(async () => {
  screens = await testScreens()
  await addCustomer(screens.db, { firstName: 'Ana', lastName: 'Prado' })
})
afterAll(() => screens.close())
afterEach(() => {
  cleanup()
  screens.answerInstead(null)
})

const asked = () =>
  screens.seen.map(({ url }) => new URL(url)).filter((url) => url.pathname === '/api/customers')

describe('the rows of the list of customers, asked for while the page is still on its way', () => {
  let queryClient: ReturnType<typeof createQueryClient>
  beforeEach(async () => {
    queryClient = createQueryClient()
    await screens.signIn('customer_service')
    screens.seen.length = 0
  })

  const begin = (pathname = '/customers', search = '') =>
    askAhead({ pathname, search }, { ...screens, queryClient })

  const list = (filter: object = {}) =>
    render(
      <TestMemoryRouter>
        <AdminContext {...{ ...screens, i18nProvider, queryClient }} store={createStore()}>
          <ListBase
            resource="customers"
            sort={customersOrder}
            perPage={rowsAtOnce}
            filter={filter}
            exporter={false}
          >
            <ListIterator resource="customers" render={({ name }) => <p>{name}</p>} />
          </ListBase>
          <SignOut />
        </AdminContext>
      </TestMemoryRouter>,
    )

  it('are used by the list, which asks nothing more', async () => {
    await begin()
    expect(asked()).toHaveLength(1)
    list()
    expect(screen.getByText('Ana Prado')).toBeVisible()
    expect(asked()).toHaveLength(1)
  })

  it('are asked for by the address that the server names beside the page', async () => {
    await begin()
    expect(asked().map(({ pathname, search }) => pathname + search)).toEqual([firstCustomers])
  })

  it('are used while they are still under way', async () => {
    const asking = begin()
    list()
    expect(await screen.findByText('Ana Prado')).toBeVisible()
    await asking
    expect(asked()).toHaveLength(1)
  })

  it('are not used for a list that is filtered or searched', async () => {
    await begin()
    list({ q: 'nobody is called so' })
    await waitFor(() => expect(asked()).toHaveLength(2))
    expect(screen.queryByText('Ana Prado')).not.toBeInTheDocument()
  })

  it.each([
    ['/customers', '?filter=%7B%22status%22%3A%22closed%22%7D'],
    ['/customers/1/show', ''],
    ['/purchases', ''],
    ['/', ''],
  ])('are not asked for at %s%s', async (pathname, search) => {
    await begin(pathname, search)
    expect(asked()).toHaveLength(0)
  })

  it('are not asked for by somebody who is not signed in', async () => {
    await screens.authProvider.logout({})
    await expect(begin()).rejects.toEqual({ message: false })
    expect(asked()).toHaveLength(0)
  })

  it('are gone after signing out, so that the next person asks for their own', async () => {
    await begin()
    list()
    screen.getByRole('button', { name: 'Sign out' }).click()
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('signed out'))
    cleanup()
    await screens.signIn('auditor')
    list()
    expect(await screen.findByText('Ana Prado')).toBeVisible()
    expect(asked()).toHaveLength(2)
  })

  it.each([500, 503])('are asked for once more by the list when the answer was %i', async (status) => {
    screens.answerInstead(({ url }) =>
      url.includes('/api/customers') ? Response.json({ code: 'UNEXPECTED', status }, { status }) : null,
    )
    await begin()
    expect(asked()).toHaveLength(1)
    screens.answerInstead(null)
    list()
    expect(await screen.findByText('Ana Prado')).toBeVisible()
    expect(asked()).toHaveLength(2)
  })
})

describe('what the session says is known before the first page is drawn', () => {
  const Page = () => {
    const { authenticated } = useAuthState()
    const { permissions } = usePermissions<string[]>()
    const { identity } = useGetIdentity()
    const list = useCanAccess({ resource: 'customers', action: 'list' })
    const said = [
      authenticated,
      permissions?.includes('purchases.deactivate'),
      identity?.fullName,
      list.canAccess,
    ]
    return <p>{said.map(String).join(', ')}</p>
  }
  const drawn = (queryClient: ReturnType<typeof createQueryClient>) =>
    render(
      <TestMemoryRouter>
        <AdminContext {...{ ...screens, i18nProvider, queryClient }} store={createStore()}>
          <Page />
        </AdminContext>
      </TestMemoryRouter>,
    )

  it('so that it is drawn at once, and asks nothing', async () => {
    await screens.signIn('customer_service')
    const queryClient = createQueryClient()
    await knowAhead('/customers', { ...screens, queryClient })
    screens.seen.length = 0
    drawn(queryClient)
    expect(screen.getByText('true, true, Ana customer_service, true')).toBeVisible()
    expect(screens.seen).toHaveLength(0)
  })

  it('and of somebody who is not signed in nothing is', async () => {
    await screens.authProvider.logout({})
    const queryClient = createQueryClient()
    await expect(knowAhead('/customers', { ...screens, queryClient })).rejects.toEqual({ message: false })
    expect(queryClient.getQueryCache().getAll()).toEqual([])
  })
})

function SignOut() {
  const logout = useLogout()
  return (
    <>
      <button
        type="button"
        onClick={async ({ currentTarget }) => {
          const said = currentTarget.nextElementSibling
          await logout({}, false)
          if (said) said.textContent = 'signed out'
        }}
      >
        Sign out
      </button>
      <span role="status" />
    </>
  )
}

describe('a page whose code is fetched ahead', () => {
  const Greeting = ({ name }: { name: string }) => <h1>{`Hello ${name}`}</h1>
  const drawn = (Page: ReturnType<typeof ahead<{ name: string }>>) => (
    <StrictMode>
      <Suspense fallback={<p>placeholder</p>}>
        <Page name="Ana" />
      </Suspense>
    </StrictMode>
  )

  it('is drawn at once when its code is there', async () => {
    const Page = ahead(async () => Greeting)
    await Page.fetch()
    render(drawn(Page))
    expect(screen.getByRole('heading', { name: 'Hello Ana' })).toBeVisible()
  })

  it('shows a placeholder until its code is there, and keeps its state when it is fetched again', async () => {
    const Page = ahead(async () => (props: { name: string }) => <Greeting {...props} />)
    const { rerender } = render(drawn(Page))
    expect(screen.getByText('placeholder')).toBeVisible()
    const heading = await screen.findByRole('heading', { name: 'Hello Ana' })
    await Page.fetch()
    rerender(drawn(Page))
    expect(screen.getByRole('heading', { name: 'Hello Ana' })).toBe(heading)
  })

  it('is loaded anew when it is opened after it could not be fetched', async () => {
    let tries = 0
    const Page = ahead(async () => {
      tries++
      if (tries === 1) throw new TypeError('the line is down')
      return Greeting
    })
    await expect(Page.fetch()).rejects.toThrow('the line is down')
    render(drawn(Page))
    expect(await screen.findByRole('heading', { name: 'Hello Ana' })).toBeVisible()
  })
})

describe('a page whose code does not arrive', () => {
  it('says that the line is down, and is there when it is opened again', async () => {
    let isDown = true
    const Page = ahead(async () => {
      if (isDown) throw new TypeError('Failed to fetch dynamically imported module')
      return () => <h1>Purchases</h1>
    })
    const page = (
      <AdminContext i18nProvider={i18nProvider}>
        <ErrorBoundary>
          <Suspense fallback={<p>placeholder</p>}>
            <Page />
          </Suspense>
        </ErrorBoundary>
      </AdminContext>
    )
    const caught = vi.spyOn(console, 'error').mockReturnValue(undefined)
    render(<TestMemoryRouter>{page}</TestMemoryRouter>)
    expect(await screen.findByText(/^The server cannot be reached\./)).toBeVisible()
    caught.mockRestore()
    cleanup()
    isDown = false
    render(<TestMemoryRouter>{page}</TestMemoryRouter>)
    expect(await screen.findByRole('heading', { name: 'Purchases' })).toBeVisible()
  })
})

describe('the address says whose code is fetched ahead', () => {
  const fetched: string[] = []
  const pageOf = (name: string) => ({
    fetch: async () => {
      fetched.push(name)
      throw new TypeError('the line is down')
    },
  })
  const nouns = [
    { name: 'customers', list: pageOf('list of customers'), show: pageOf('customer') },
    { name: 'events', list: pageOf('list of events') },
  ]
  beforeEach(() => {
    fetched.length = 0
  })

  it.each([
    ['/', ['start']],
    ['/customers', ['list of customers']],
    ['/customers/7/show', ['customer']],
    ['/customers/7', []],
    ['/customers/create', []],
    ['/events/7/show', []],
    ['/nowhere', []],
  ])('%s', async (path, expected) => {
    await fetchAhead(path, pageOf('start'), nouns).catch(() => undefined)
    expect(fetched).toEqual(expected)
  })
})
