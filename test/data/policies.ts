import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { pino } from 'pino'
import { z } from 'zod'
import { type Comparison, compareTexts } from '../../contract/comparison/compareTexts.ts'
import type { Part } from '../../contract/comparison/parts.ts'
import { openDatabase } from '../../server/database/open.ts'
import { policies as table } from '../../server/database/schema/policies.ts'
import { revisions } from '../../server/database/schema/revisions.ts'
import { withoutFrontMatter } from '../../server/policies/withoutFrontMatter.ts'
import { readSettings } from '../../server/settings.ts'

type Found = { what: string; wrong: unknown }
type Stored = { number: number | null; body: string; at: Date | null; until: Date | null; hash: string }

const Manifest = z.object({
  revisions: z.array(z.object({ file: z.string(), committed: z.string() })),
})

/** Imports the history of a real privacy policy through the command line, and compares what follows each other. */
export async function policies(folder: string, dataDir: string): Promise<Found[]> {
  const history = join(folder, 'policies', 'basecamp')
  const words = ['import', history, '--key', 'basecamp', '--title', 'Privacy policy', '--json']
  const first = await steward(dataDir, words)
  const again = await steward(dataDir, words)
  const stored = await read(dataDir)
  const isImported = first.code === 0 && JSON.parse(first.stdout).revisions === 14
  return [
    { what: 'basecamp: 14 revisions are imported', wrong: isImported ? null : first },
    { what: 'basecamp: a second import is refused', wrong: again.code === 2 ? null : again },
    { what: 'basecamp: stored in order, word for word', wrong: await differing(history, stored) },
    ...(await shown(dataDir, stored)),
    ...compared(stored),
  ]
}

async function differing(history: string, stored: Stored[]) {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(history, 'manifest.json'), 'utf8')))
  const expected = await Promise.all(
    manifest.revisions.map(async ({ file, committed }, index) => ({
      number: index + 1,
      at: new Date(committed).getTime(),
      body: withoutFrontMatter(await readFile(join(history, file), 'utf8')),
    })),
  )
  const wrong = expected.filter(({ number, at, body }, index) => {
    const found = stored[index]
    const next = expected[index + 1]?.at
    return (
      found?.number !== number ||
      found.at?.getTime() !== at ||
      found.until?.getTime() !== next ||
      found.body !== body ||
      !body.startsWith('# Privacy policy\n')
    )
  })
  const isWhole = wrong.length === 0 && stored.length === expected.length && stored.length === 14
  return isWhole ? null : wrong.map(({ number }) => number)
}

async function shown(dataDir: string, stored: Stored[]): Promise<Found[]> {
  const { stdout } = await steward(dataDir, ['show', 'basecamp', '--at', '2022-12-23', '--json'])
  const { number, contentSha256 } = JSON.parse(stdout)
  const isRight = number === 6 && contentSha256 === stored[5]?.hash
  return [
    { what: 'basecamp: revision 6 was in force at the end of 2022-12-23', wrong: isRight ? null : stdout },
  ]
}

/** Every pair of revisions, in both directions. */
function compared(stored: Stored[]): Found[] {
  const pairs = stored.flatMap((older) => stored.map((newer) => ({ older, newer })))
  const broken = pairs.filter(({ older, newer }) => {
    const { parts } = compareTexts(older.body, newer.body)
    return without(parts, 'added') !== older.body || without(parts, 'removed') !== newer.body
  })
  const alone = stored.flatMap(({ body }, index) => {
    const before = stored[index - 1]
    return before && isLinkOnly(compareTexts(before.body, body)) ? [index + 1] : []
  })
  return [
    {
      what: `basecamp: the difference of each of ${pairs.length} pairs, applied to the one text, gives the other`,
      wrong: broken.length === 0 ? null : broken.map(({ older, newer }) => [older.number, newer.number]),
    },
    {
      what: 'basecamp: revisions that changed a link target alone are told from the others',
      wrong: alone.join() === '5,6,8,13' ? null : alone,
    },
  ]
}

const isLinkOnly = ({ words, links }: Comparison) =>
  words.added + words.removed === 0 && links.added > 0 && links.added === links.removed

const without = (parts: readonly Part[], kind: Part['kind']) =>
  parts.map((part) => (part.kind === kind ? '' : part.text)).join('')

async function read(dataDir: string): Promise<Stored[]> {
  const opened = await openDatabase(readSettings({ STEWARD_DATA_DIR: dataDir }), pino({ level: 'silent' }))
  try {
    const db = opened.connect()
    const rows = await db
      .select({
        number: revisions.number,
        body: revisions.body,
        at: revisions.effectiveAt,
        until: revisions.supersededAt,
        hash: revisions.contentSha256,
      })
      .from(revisions)
      .innerJoin(table, eq(table.id, revisions.policyId))
      .where(eq(table.key, 'basecamp'))
      .orderBy(asc(revisions.number))
    await db.$client.end()
    return rows
  } finally {
    await opened.close()
  }
}

type Result = { code: number | string; stdout: string; stderr: string }

function steward(dataDir: string, words: string[]): Promise<Result> {
  const env = { PATH: process.env.PATH, STEWARD_DATA_DIR: dataDir }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['server/commands/steward.ts', 'policy', ...words],
      { env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
}
