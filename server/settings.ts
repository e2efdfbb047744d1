import { isIP, isIPv6 } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannotStart.ts'

export type Settings = {
  port: number
  host: string
  dataDir: string
  /** Another PostgreSQL than the embedded one: the login that serves requests and the one that migrates. */
  external: { url: string; ownerUrl: string } | null
  publicUrl: string | undefined
  trustedProxies: string[]
  production: boolean
  /** Only a server that nobody but this machine can reach may hold the published accounts of the invented shop. */
  demo: boolean
}

const portRule = 'must be a whole number from 0 to 65535'
const address = (schemes: string[], sentence: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), sentence)
    .optional()
const postgres = address(
  ['postgres:', 'postgresql:'],
  'must be the address of a PostgreSQL, as in postgresql://user:password@host:5432/database',
)

const Environment = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, portRule)
      .transform(Number)
      .refine((port) => port < 65_536, portRule)
      .default(3000),
    HOST: z
      .string()
      .refine(
        (host) => isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host),
        'must be an address or a host name, such as 127.0.0.1',
      )
      .default('127.0.0.1'),
    STEWARD_DATA_DIR: z.string().optional(),
    DATABASE_URL: postgres,
    DATABASE_OWNER_URL: postgres,
    PUBLIC_URL: address(['http:', 'https:'], 'must begin with https:// or http://').refine(
      isOrigin,
      'must end after the host, without a path',
    ),
    TRUSTED_PROXIES: z
      .string()
      .transform((list) =>
        list
          .split(',')
          .map((entry) => entry.trim())
          .filter(Boolean),
      )
      .refine(
        (list) => list.every(isNetwork),
        'must be addresses or subnets with commas between them, as in 10.0.0.0/8, 192.0.2.7',
      )
      .default([]),
    NODE_ENV: z.string().optional(),
  })
  .refine((env) => !env.DATABASE_OWNER_URL || env.DATABASE_URL, {
    path: ['DATABASE_OWNER_URL'],
    message: 'needs DATABASE_URL beside it',
  })

/**
 * What the environment says. An empty variable counts as not set. Values are never repeated in a message: some are
 * secrets.
 * @throws CannotStart naming every fault at once, with exit code 2
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value))
  const { data, error } = Environment.safeParse(set)
  if (error) {
    const faults = error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
    throw new CannotStart(`Steward cannot start with these settings:\n${[...new Set(faults)].join('\n')}`, 2)
  }
  const external = data.DATABASE_URL
    ? { url: data.DATABASE_URL, ownerUrl: data.DATABASE_OWNER_URL ?? data.DATABASE_URL }
    : null
  const production = data.NODE_ENV === 'production'
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.STEWARD_DATA_DIR ?? defaultDataDir(),
    external,
    publicUrl: data.PUBLIC_URL && new URL(data.PUBLIC_URL).origin,
    trustedProxies: data.TRUSTED_PROXIES,
    production,
    demo: isLoopback(data.HOST) && !external && !data.PUBLIC_URL && !production,
  }
}

/** Root's own folders cannot be entered by the account that PostgreSQL then runs under. */
function defaultDataDir() {
  return process.getuid?.() === 0 ? '/var/lib/steward' : join(import.meta.dirname, '..', 'data')
}

function isLoopback(host: string) {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function isNetwork(entry: string) {
  const [ip = '', bits, ...rest] = entry.split('/')
  if (isIP(ip) === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(ip) ? 128 : 32))
}

function isOrigin(text: string | undefined) {
  if (!text || !URL.canParse(text)) return true
  const { origin, href } = new URL(text)
  return href === `${origin}/`
}
