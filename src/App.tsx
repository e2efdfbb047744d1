import { Resource } from 'react-admin'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import { Admin } from './Admin.tsx'
import { createAuthProvider } from './authProvider.ts'
import { batches } from './batches/index.ts'
import { askAhead } from './customers/askAhead.ts'
import { customers } from './customers/index.ts'
import { createDataProvider } from './dataProvider.ts'
import { disclosures } from './disclosures/index.ts'
import { ErrorPage } from './errors/ErrorPage.tsx'
import { NoAccessPage } from './errors/NoAccessPage.tsx'
import { NotFoundPage } from './errors/NotFoundPage.tsx'
import { events } from './events/index.ts'
import { createHttp } from './http.ts'
import { i18nProvider } from './i18n/i18nProvider.ts'
import { fetchAhead } from './layout/fetchAhead.ts'
import { Layout } from './layout/Layout.tsx'
import { LoadingPage } from './layout/LoadingPage.tsx'
import { page } from './layout/page.ts'
import { policies } from './policies/index.ts'
import { purchases } from './purchases/index.ts'
import { createQueryClient } from './queryClient.ts'
import { revisions } from './revisions/index.ts'
import { knowAhead } from './session/knowAhead.ts'
import { LoginPage } from './session/LoginPage.tsx'
import { proofDesk } from './session/proof.ts'
import { settings } from './settings/index.ts'
import { createStore } from './store.ts'
import { darkTheme, lightTheme } from './theme.ts'

const StartPage = page(async () => (await import('./start/StartPage.tsx')).StartPage)

const http = createHttp({ prove: proofDesk.prove })
const authProvider = createAuthProvider()
const dataProvider = createDataProvider({ http })
const queryClient = createQueryClient()
const store = createStore()

/**
 * Settles when the first page can be drawn at once: its code is there, and what the server says of it. What could not be
 * had is asked for again by the page, which then says so.
 */
export const ready = Promise.allSettled([
  fetchAhead(location.pathname, StartPage, [
    customers,
    purchases,
    batches,
    policies,
    revisions,
    disclosures,
    events,
    settings,
  ]),
  knowAhead(location.pathname, { authProvider, queryClient }),
  askAhead(location, { authProvider, dataProvider, queryClient }),
])

const Steward = () => (
  <Admin
    title="Steward"
    requireAuth
    disableTelemetry
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
    layout={Layout}
    loginPage={LoginPage}
    dashboard={StartPage}
    loading={LoadingPage}
    error={ErrorPage}
    catchAll={NotFoundPage}
    accessDenied={NoAccessPage}
    authCallbackPage={false}
  >
    <Resource {...customers} />
    <Resource {...purchases} />
    <Resource {...batches} />
    <Resource {...policies} />
    <Resource {...revisions} />
    <Resource {...disclosures} />
    <Resource {...events} />
    <Resource {...settings} />
  </Admin>
)

/** A router of its own gives plain addresses and lets a form warn before it is left. */
const router = createBrowserRouter([{ path: '*', element: <Steward /> }])

/**
 * Without transitions: react-admin forgets the session right after it goes to the sign-in page, and a page that is
 * still there would ask again, send to the sign-in page again, and keep it from ever being drawn.
 */
export const App = () => <RouterProvider router={router} useTransitions={false} />
