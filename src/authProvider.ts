import { type AuthProvider, fetchUtils } from 'react-admin'
import type { Session, SignIn, StepUp } from '../contract/session.ts'
import { statusOf } from './problem.ts'

export type StewardAuth = AuthProvider & {
  /** Signs the same person in over the page as it is. */
  signInAgain: (credentials: SignIn) => Promise<void>
  /** The password once more, for acts that need a proof of this moment. */
  stepUp: (input: StepUp) => Promise<void>
}

/** Who is signed in is asked once and kept in memory; what the role may do comes with it. */
export function createAuthProvider(url = '/api/session'): StewardAuth {
  let session: Promise<Session> | null = null
  let isIn = false

  function signedIn(): Promise<Session> {
    session ??= ask('GET', url).then(enter, (error: unknown) => {
      // Who is not signed in is so until they sign in; a broken line is worth another try.
      if (statusOf(error) !== 401) session = null
      throw error
    })
    return session
  }

  function enter(entered: Session): Session {
    session = Promise.resolve(entered)
    isIn = true
    return entered
  }

  function leave() {
    session = null
    isIn = false
  }

  return {
    login: async ({ email, password }) => {
      enter(await ask('POST', url, { email, password }))
    },
    logout: async () => {
      if (!isIn) return
      await fetchUtils.fetchJson(url, { method: 'DELETE' })
      leave()
    },
    checkAuth: async () => {
      try {
        await signedIn()
      } catch (error) {
        // Nobody has to be told that they are not signed in yet.
        throw statusOf(error) === 401 ? { message: false } : error
      }
    },
    checkError: async (error) => {
      // Only a session that is over leaves the page; a refusal by role is shown where it happened.
      if (statusOf(error) !== 401) return
      if (isIn) leave()
      throw error
    },
    getIdentity: async () => {
      const { id, name, email, role } = await signedIn()
      return { id, fullName: name, email, role }
    },
    getPermissions: async () => (await signedIn()).permissions,
    canAccess: async ({ resource, action }) =>
      (await signedIn()).permissions.includes(`${resource}.${action}`),
    signInAgain: async (credentials) => {
      enter(await ask('POST', url, credentials))
    },
    stepUp: async (input) => {
      await ask('POST', `${url}/step-up`, input)
    },
  }
}

async function ask(method: 'GET' | 'POST', url: string, body?: object): Promise<Session> {
  const { json } = await fetchUtils.fetchJson(url, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return json
}
