import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { pino } from 'pino'
import { startEmbedded } from '../../server/database/embedded.ts'
import { DATABASE } from '../../server/database/roles.ts'
import { colleagues, password } from './colleagues.ts'
import { familyCpu, limitServer, ourServer, type Running } from './processes.ts'
import { drawSamples, type Samples } from './samples.ts'

export type Shop = {
  ours: Running
  limit: Running
  samples: Samples
  owner: Client
  database: { cpu: () => number }
  /** Waits until the database has ended what nobody waits for any more. */
  idle: () => Promise<void>
  close: () => Promise<void>
}

/** A filled database with durable settings, our server on it and the bare one beside it. */
export async function openShop(dataDir: string): Promise<Shop> {
  const embedded = await startEmbedded({ dataDir, log: pino({ level: 'silent' }) })
  const urls = embedded.urls()
  const owner = new Client({ connectionString: urls.owner })
  await owner.connect()
  const samples = await drawSamples(owner)
  const superuser = await connectAsSuperuser(urls.superuser)
  await warm(superuser)
  const [ours, limit] = await Promise.all([
    ourServer({
      DATABASE_URL: urls.runtime,
      DATABASE_OWNER_URL: urls.owner,
      STEWARD_DATA_DIR: join(dataDir, 'server'),
    }),
    limitServer(urls.runtime),
  ])
  ours.headers = await signIn(ours.url)
  const postmaster = Number(readFileSync(join(dataDir, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    ours,
    limit,
    samples,
    owner,
    database: { cpu: () => familyCpu(postmaster) },
    idle: () => untilIdle(superuser),
    close: async () => {
      await Promise.all([ours.stop(), limit.stop(), owner.end(), superuser.end()])
      await embedded.stop()
    },
  }
}

async function connectAsSuperuser(url: string): Promise<Client> {
  const address = new URL(url)
  address.pathname = DATABASE
  const superuser = new Client({ connectionString: address.href })
  await superuser.connect()
  return superuser
}

/**
 * Reads tables and indexes into the database's memory, as a day's work does and a restart keeps: cold, a run would time
 * how long ago the folder was filled. The largest come first, so that where memory is short the others stay.
 */
async function warm(superuser: Client) {
  await superuser.query('CREATE EXTENSION IF NOT EXISTS pg_prewarm')
  await superuser.query(`SELECT pg_prewarm(oid) FROM (SELECT oid FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') ORDER BY pg_relation_size(oid) DESC) AS by_size`)
}

async function untilIdle(superuser: Client) {
  const busy = `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND state = 'active' AND pid <> pg_backend_pid()`
  while ((await superuser.query(busy)).rowCount !== 0) await sleep(20)
}

/** By the front door, as people do; answers what each request of theirs carries. */
export async function signIn(url: string, who = 0): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ email: colleagues[who]?.email, password }),
  })
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
}
