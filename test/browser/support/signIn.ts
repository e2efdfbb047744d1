import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './expect.ts'

/** The demonstration accounts as the sign-in page names them. */
const names = {
  service: 'Sofia Marin',
  service2: 'Noah Lindqvist',
  compliance: 'Ines Okafor',
  compliance2: 'Tomasz Wrona',
  manager: 'Helen Achterberg',
  manager2: 'Rafael Duarte',
  auditor: 'Mirja Salonen',
} as const

export type Who = keyof typeof names
export const nameOf = (who: Who) => names[who]
export const password = 'steward-demo-2006'

type Session = { cookies: Awaited<ReturnType<BrowserContext['cookies']>>; since: number }
/** Begun by the journeys of this worker, which is a process of its own. */
const sessions = new Map<Who, Session>()

/** Some acts want the password again after five minutes, and a journey takes up to two. */
const fresh = 2 * 60_000

/** At the start page as this person, in a session of a moment ago or in a new one. */
export async function enter(page: Page, who: Who): Promise<void> {
  const session = sessions.get(who)
  if (session && Date.now() - session.since < fresh) {
    await page.context().addCookies(session.cookies)
    await page.goto('/')
    await isAtStart(page)
  } else {
    const since = Date.now()
    // The form is the same for everybody: one of a worker's sessions begins with it.
    if (sessions.size === 0) await signIn(page, who)
    else await signInQuietly(page, who)
    sessions.set(who, { cookies: await page.context().cookies(), since })
  }
}

/** Signs in as people do: one click in the demonstration's list fills the form, another sends it. */
async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: names[who] }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isAtStart(page)
}

/** Sends what the form sends. */
async function signInQuietly(page: Page, who: Who): Promise<void> {
  const answer = await page.request.post('/api/session', {
    data: { email: `${who}@demo.example`, password },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(answer.status(), `${names[who]} can sign in`).toBe(200)
  await page.goto('/')
  await isAtStart(page)
}

const isAtStart = (page: Page) => expect(page.getByRole('heading', { name: 'Start', level: 1 })).toBeVisible()
