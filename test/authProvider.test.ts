// @vitest-environment jsdom
import { HttpError } from 'react-admin'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { may, permissions, roles } from '../contract/permissions.ts'
import { emailOf, password, testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
beforeAll(async () => {
  screens = await testScreens()
})
afterAll(() => screens.close())

const everything = [
  ...Object.entries(permissions).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => [noun, verb] as const),
  ),
  ...Object.keys(permissions).map((noun) => [noun, 'delete'] as const),
  ['staff', 'list'] as const,
]

describe('what the screens offer', () => {
  it.each(roles)('is for %s exactly what the server allows', async (role) => {
    await screens.signIn(role)
    for (const [resource, action] of everything) {
      const offered = await screens.authProvider.canAccess?.({ resource, action })
      expect([resource, action, offered]).toEqual([resource, action, may(role, resource, action)])
    }
  })
})

describe('who is signed in', () => {
  beforeEach(() => screens.signIn('auditor'))

  it('is known by name and role', async () => {
    await expect(screens.authProvider.getIdentity?.()).resolves.toMatchObject({
      fullName: 'Ana auditor',
      email: emailOf('auditor'),
      role: 'auditor',
    })
  })

  it('is nobody after signing out', async () => {
    await screens.authProvider.logout({})
    await expect(screens.authProvider.checkAuth({})).rejects.toEqual({ message: false })
  })

  it('stays signed in when a role may not do something', async () => {
    await screens.authProvider.checkError(new HttpError('Your role may not do this.', 403))
    await expect(screens.authProvider.checkAuth({})).resolves.toBeUndefined()
  })

  it('leaves the page only when the session is over', async () => {
    const over = new HttpError('Your session is over.', 401)
    await expect(screens.authProvider.checkError(over)).rejects.toBe(over)
  })

  it('is refused with a wrong password in words', async () => {
    const attempt = screens.authProvider.login({ email: emailOf('auditor'), password: `not ${password}` })
    await expect(attempt).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining('is not right'),
    })
  })
})
