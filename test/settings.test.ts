import { describe, expect, test } from 'vitest'
import { CannotStart } from '../server/cannotStart.ts'
import { readSettings } from '../server/settings.ts'

const secret = 'hunter2'
const external = `postgresql://steward:${secret}@db.example:5432/steward`

function faultsOf(env: NodeJS.ProcessEnv) {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof CannotStart) return error
    throw error
  }
  throw new Error('these settings are accepted')
}

describe('the settings', () => {
  test('have defaults that nobody but this machine can reach', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      external: null,
      trustedProxies: [],
    })
  })

  test('take an empty variable as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' })).toEqual(readSettings({}))
  })

  test('name every fault at once, repeat no value and end with exit code 2', () => {
    const { message, exitCode } = faultsOf({
      PORT: '70000',
      HOST: 'not a host',
      DATABASE_URL: `mysql://steward:${secret}@db`,
      PUBLIC_URL: 'https://shop.example/steward',
      TRUSTED_PROXIES: '10.0.0.0/33',
    })
    for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'PUBLIC_URL', 'TRUSTED_PROXIES']) {
      expect(message).toMatch(new RegExp(`^ {2}${name} must `, 'm'))
    }
    expect(message).not.toContain(secret)
    expect(exitCode).toBe(2)
  })

  test('want the address of the owner only beside that of the database', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: external }).message).toContain(
      'DATABASE_OWNER_URL needs DATABASE_URL',
    )
    expect(readSettings({ DATABASE_URL: external }).external).toEqual({ url: external, ownerUrl: external })
  })

  test('take networks of proxies as a list', () => {
    const { trustedProxies } = readSettings({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.0.2.7' })
    expect(trustedProxies).toEqual(['10.0.0.0/8', '::1', '192.0.2.7'])
  })
})

describe('the demonstration, whose password is published,', () => {
  test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('may run on %s', (HOST) => {
    expect(readSettings({ HOST }).demo).toBe(true)
  })

  test.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: 'shop.example' },
    { HOST: '127.example.com' },
    { DATABASE_URL: external },
    { PUBLIC_URL: 'https://steward.example' },
    { NODE_ENV: 'production' },
  ])('never runs with %o', (env) => {
    expect(readSettings(env).demo).toBe(false)
  })
})
