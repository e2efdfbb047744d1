import { pino } from 'pino'
import { type Role, roles } from '../../contract/permissions.ts'
import { setupFront } from '../../mocks/node.ts'
import { createApp } from '../../server/app.ts'
import type { Actor } from '../../server/caller.ts'
import { createSession } from '../../server/session.ts'
import { createStaff } from '../../server/staff/create.ts'
import { createAuthProvider, type StewardAuth } from '../../src/authProvider.ts'
import { createDataProvider } from '../../src/dataProvider.ts'
import { createHttp, type Prove } from '../../src/http.ts'
import { loadTexts } from '../../src/i18n/i18nProvider.ts'
import { testDatabase } from './database.ts'

export const password = 'a long enough password'
export const emailOf = (role: Role) => `${role}@test.example`

/** The screens' own way to the server, ending at the real front door on a database of its own. */
export async function testScreens() {
  const [database] = await Promise.all([testDatabase(), loadTexts()])
  const clock = { now: new Date('2026-06-01T09:00:00.000Z') }
  const now = () => clock.now
  const log = pino({ level: 'silent' })
  const by: Actor = { kind: 'system', id: null, name: 'test', role: null, session: null, requestId: 'test' }
  await database.db.transaction(async (tx) => {
    for (const role of roles) {
      await createStaff(tx, by, now(), { name: `Ana ${role}`, email: emailOf(role), role, password })
    }
  })
  const secret = Buffer.from('a key of the tests')
  const session = createSession({ db: database.db, secret, now, secureCookies: false, demo: false, log })
  const app = createApp({ db: database.db, now, searchKey: secret, log, ready: async () => true, ...session })
  /** Every request as it left the screens; a test may answer in the server's place. */
  const seen: Request[] = []
  let instead: ((request: Request) => Response | null) | null = null
  const front = setupFront({
    fetch: async (request) => {
      seen.push(request.clone())
      return instead?.(request) ?? app.fetch(request)
    },
  })
  front.listen({ onUnhandledFrame: 'error' })

  const asked: string[] = []
  let prove: Prove = async () => false
  const dataProvider = createDataProvider({
    http: createHttp({
      prove: (proof) => {
        asked.push(proof)
        return prove(proof)
      },
    }),
  })
  const authProvider: StewardAuth = createAuthProvider()

  return {
    ...database,
    clock,
    seen,
    asked,
    dataProvider,
    authProvider,
    signIn: (role: Role) => authProvider.login({ email: emailOf(role), password }),
    whenAsked: (answer: Prove) => {
      prove = answer
    },
    answerInstead: (answer: typeof instead) => {
      instead = answer
    },
    close: async () => {
      front.close()
      await database.close()
    },
  }
}
