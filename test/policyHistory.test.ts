import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { events } from '../server/database/schema/events.ts'
import { policies } from '../server/database/schema/policies.ts'
import { revisionEditors, revisions } from '../server/database/schema/revisions.ts'
import { verifyEvents } from '../server/events/verify.ts'
import { readHistory } from '../server/policies/history.ts'
import { withoutFrontMatter } from '../server/policies/withoutFrontMatter.ts'
import { stewardOn } from './support/command.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

let database: TestDatabase
const home = mkdtempSync(join(tmpdir(), 'steward-history-'))
let steward: ReturnType<typeof stewardOn>
beforeAll(async () => {
  database = await testDatabase()
  steward = stewardOn(database, join(home, 'data'))
})
afterAll(() => database.close())

type Past = { file?: string; committed: string; subject?: string; text: string; sha256?: string }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A folder of dated texts, as an archive keeps them. */
function archive(name: string, texts: readonly Past[]): string {
  const folder = join(home, name)
  mkdirSync(folder)
  const listed = texts.map(({ text, ...each }, index) => {
    const file = each.file ?? `${index}.md`
    writeFileSync(join(folder, file), text)
    return { ...each, file }
  })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ repo: 'shop/policies', revisions: listed }))
  return folder
}

const importing = (folder: string, key: string, ...more: string[]) =>
  steward('policy', 'import', folder, '--key', key, '--title', 'Privacy policy', ...more)

async function stored(key: string) {
  const rows = await database.db
    .select({ revision: revisions })
    .from(revisions)
    .innerJoin(policies, eq(policies.id, revisions.policyId))
    .where(eq(policies.key, key))
    .orderBy(asc(revisions.number))
  return rows.map(({ revision }) => revision)
}
const policyOf = async (key: string) =>
  (await database.db.select().from(policies).where(eq(policies.key, key)))[0]

const past: Past[] = [
  {
    committed: '2024-05-01T12:00:00+02:00',
    subject: 'Say how long addresses are kept',
    text: '---\ntitle: Privacy\ndescription: "a: b"\n---\n\n# Privacy\n\nWe keep addresses for two years.\n',
  },
  {
    committed: '2023-01-10T08:00:00Z',
    subject: 'fixed URL typo',
    text: '---\ntitle: Privacy\n---\n\n# Privacy\n',
  },
  { committed: '2024-05-01T18:30:00Z', text: '# Privacy\n\nWe keep addresses for one year.\n' },
]

describe('steward policy import', { timeout: 60_000 }, () => {
  test('makes a policy whose past revisions bind from their instants on, in order, without an author', async () => {
    const folder = archive('whole', past)
    const imported = await importing(folder, 'privacy', '--contact', 'privacy@shop.example', '--json')
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(imported.stdout)).toEqual({
      key: 'privacy',
      revisions: 3,
      isNew: true,
      contactEmail: 'privacy@shop.example',
      same: [],
    })
    expect(await policyOf('privacy')).toMatchObject({ title: 'Privacy policy', language: 'en', version: 1 })
    const rows = await stored('privacy')
    const instants = ['2023-01-10T08:00:00.000Z', '2024-05-01T10:00:00.000Z', '2024-05-01T18:30:00.000Z']
    expect(rows.map(({ publishedAt }) => publishedAt?.toISOString())).toEqual(instants)
    expect(rows.map(({ effectiveAt }) => effectiveAt?.toISOString())).toEqual(instants)
    expect(rows.map(({ supersededAt }) => supersededAt?.toISOString() ?? null)).toEqual([
      ...instants.slice(1),
      null,
    ])
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(rows.map(({ baseRevisionId }) => baseRevisionId)).toEqual([null, rows[0]?.id, rows[1]?.id])
    expect(rows.map(({ body }) => body)).toEqual([
      '# Privacy\n',
      '# Privacy\n\nWe keep addresses for two years.\n',
      '# Privacy\n\nWe keep addresses for one year.\n',
    ])
    expect(rows.map(({ changeSummary }) => changeSummary)).toEqual([
      'Imported from an archive: fixed URL typo',
      'Say how long addresses are kept',
      'Imported from an archive without a summary.',
    ])
    for (const row of rows) {
      expect(row).toMatchObject({
        state: 'published',
        origin: 'imported',
        createdBy: null,
        publishedBy: null,
      })
      expect(row.contentSha256).toBe(sha256(row.body))
    }
    expect(await database.db.select().from(revisionEditors)).toEqual([])
  })

  test('leaves an event for the policy and for each revision, and a record that is whole', async () => {
    const found = await database.ownerDb
      .select({ body: events.body })
      .from(events)
      .orderBy(asc(events.chain), asc(events.seq))
    const Body = z.object({
      noun: z.string(),
      act: z.string(),
      actor: z.object({ kind: z.string() }),
      details: z.record(z.string(), z.unknown()),
    })
    const written = found.map(({ body }) => Body.parse(JSON.parse(body)))
    expect(written.map(({ noun, act, actor }) => `${actor.kind} ${act} ${noun}`)).toEqual([
      'import create policies',
      ...Array.from({ length: 3 }, () => 'import import revisions'),
    ])
    const rows = await stored('privacy')
    expect(written.slice(1).map(({ details }) => details)).toEqual(
      rows.map(({ policyId, number, contentSha256 }) => ({ policyId, number, contentSha256 })),
    )
    expect(JSON.stringify(found)).not.toContain('shop.example')
    expect(await verifyEvents(database.db, { expected: [] })).toMatchObject({ ok: true, events: 4 })
  })

  test('happens once: a policy that has revisions is refused and stays as it was', async () => {
    const before = await stored('privacy')
    const again = await importing(join(home, 'whole'), 'privacy')
    expect(again).toEqual({
      code: 2,
      stdout: '',
      stderr: 'The policy privacy has revisions already. History is imported once, before anything else.\n',
    })
    expect(await stored('privacy')).toEqual(before)
  })

  test('refuses a policy that has no more than a draft', async () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const stamps = { createdAt: now, updatedAt: now }
    const policyId = '01980000-0000-7000-8000-0000000000b1'
    await database.db.insert(policies).values({
      id: policyId,
      key: 'drafted',
      title: 'Drafted',
      contactEmail: 'privacy@shop.example',
      ...stamps,
    })
    await database.db.insert(revisions).values({
      id: '01980000-0000-7000-8000-0000000000b2',
      policyId,
      body: 'A draft.',
      contentSha256: sha256('A draft.'),
      ...stamps,
    })
    expect((await importing(join(home, 'whole'), 'drafted')).code).toBe(2)
    expect(await stored('drafted')).toHaveLength(1)
  })

  test('takes the contact address that the other policies share, and fills a policy that has no text', async () => {
    const now = new Date('2026-01-01T00:00:00Z')
    await database.db.insert(policies).values({
      id: '01980000-0000-7000-8000-0000000000b3',
      key: 'empty',
      title: 'Kept title',
      contactEmail: 'privacy@shop.example',
      createdAt: now,
      updatedAt: now,
    })
    const filled = await importing(join(home, 'whole'), 'empty', '--contact', 'other@shop.example')
    expect(filled).toMatchObject({ code: 0, stderr: '' })
    expect(filled.stdout).toContain('its title and contact address were kept')
    expect(await policyOf('empty')).toMatchObject({
      title: 'Kept title',
      contactEmail: 'privacy@shop.example',
    })

    const made = await importing(join(home, 'whole'), 'returns')
    expect(made.stdout).toContain('Its page names privacy@shop.example for questions.')
    expect(await policyOf('returns')).toMatchObject({ contactEmail: 'privacy@shop.example' })
  })

  test('makes no revision of a text that did not change, and says so', async () => {
    const twice = archive('twice', [
      { committed: '2024-01-01T00:00:00Z', text: 'One.' },
      { committed: '2024-01-02T00:00:00Z', text: '---\ntitle: Another\n---\nOne.' },
      { committed: '2024-01-03T00:00:00Z', text: 'Two.' },
    ])
    const { stdout } = await importing(twice, 'twice')
    expect(stdout).toContain('2 revisions imported.')
    expect(stdout).toContain('1.md has the text of the one before it, so it is no revision.')
    expect((await stored('twice')).map(({ body }) => body)).toEqual(['One.', 'Two.'])
  })

  const good: Past = { committed: '2024-01-01T00:00:00Z', text: 'One.' }
  test.each<[string, Past[], string]>([
    [
      'a text is of a day to come',
      [good, { committed: '2999-01-01T00:00:00Z', text: 'Two.' }],
      'has not come yet',
    ],
    [
      'two texts are of the same instant',
      [good, { committed: '2024-01-01T01:00:00+01:00', text: 'Two.' }],
      'have the same instant',
    ],
    [
      'an instant has no time zone',
      [good, { committed: '2024-01-02T00:00:00', text: 'Two.' }],
      'revisions.1.committed is wrong',
    ],
    ['a text is empty', [good, { committed: '2024-01-02T00:00:00Z', text: '---\na: b\n---\n' }], 'is needed'],
    [
      'a text holds a card number',
      [good, { committed: '2024-01-02T00:00:00Z', text: 'Pay 4111 1111 1111 1111.' }],
      'looks like a card number',
    ],
    [
      'a file was altered since it was listed',
      [good, { committed: '2024-01-02T00:00:00Z', text: 'Two.', sha256: sha256('2.') }],
      'SHA-256 is another one',
    ],
  ])('imports nothing where %s', async (what, texts, why) => {
    const now = new Date('2026-01-01T00:00:00Z')
    await expect(readHistory(archive(what, texts), now)).rejects.toThrow(why)
  })

  test('publishes no file from outside of the folder, whatever the manifest names', async () => {
    writeFileSync(join(home, 'private.md'), 'Private words.')
    const climbing = archive('climbing', [])
    symlinkSync(join(home, 'private.md'), join(climbing, 'linked.md'))
    for (const file of ['../private.md', 'linked.md']) {
      const listed = { revisions: [{ file, committed: '2024-01-01T00:00:00Z', subject: '' }] }
      writeFileSync(join(climbing, 'manifest.json'), JSON.stringify(listed))
      const { code, stderr } = await importing(climbing, 'climbing')
      expect([code, stderr]).toEqual([2, `${file} does not lie in the folder itself.\n`])
    }
    expect(await policyOf('climbing')).toBeUndefined()
  })

  test('says in a sentence what is missing: the folder, the list, a file, a usable key', async () => {
    const none = await importing(join(home, 'nowhere'), 'none')
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toMatch(/manifest\.json cannot be read \(ENOENT\)\.\n$/)
    const odd = archive('odd', [])
    writeFileSync(join(odd, 'manifest.json'), '{')
    expect((await importing(odd, 'none')).stderr).toBe('manifest.json is not JSON.\n')
    writeFileSync(join(odd, 'bytes.md'), Buffer.from([0x57, 0xe4, 0x68]))
    const listed = { revisions: [{ file: 'bytes.md', committed: '2024-01-01T00:00:00Z', subject: '' }] }
    writeFileSync(join(odd, 'manifest.json'), JSON.stringify(listed))
    expect((await importing(odd, 'none')).stderr).toBe('bytes.md is not UTF-8.\n')
    expect((await importing(join(home, 'whole'), 'No Key')).stderr).toContain('key: Use small letters')
    expect((await steward('policy', 'import', odd)).code).toBe(2)
  })
})

describe('steward policy show', { timeout: 60_000 }, () => {
  test('prints the number, the instants, the hash and the very words that were in force on a day', async () => {
    const { code, stdout } = await steward('policy', 'show', 'privacy', '--at', '2024-05-01')
    const body = '# Privacy\n\nWe keep addresses for one year.\n'
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        'Privacy policy, revision 3 (imported)',
        'In force from 2024-05-01T18:30:00.000Z until now; asked for 2024-05-01T23:59:59.999Z.',
        'Earlier that day revision 2 was in force.',
        'Earlier that day revision 1 was in force.',
        `SHA-256 of the text: ${sha256(body)}`,
        '',
        `${body}\n`,
      ].join('\n'),
    )
  })

  test('prints the same as JSON, for an instant with a time zone and for now', async () => {
    const then = await steward('policy', 'show', 'privacy', '--at', '2024-05-01T12:00:00+02:00', '--json')
    expect(JSON.parse(then.stdout)).toMatchObject({
      key: 'privacy',
      number: 2,
      effectiveAt: '2024-05-01T10:00:00.000Z',
      supersededAt: '2024-05-01T18:30:00.000Z',
      origin: 'imported',
      earlierThatDay: [],
      body: '# Privacy\n\nWe keep addresses for two years.\n',
    })
    const now = await steward('policy', 'show', 'privacy', '--json')
    expect(JSON.parse(now.stdout)).toMatchObject({ number: 3, supersededAt: null })
  })

  test('tells by its exit code that nothing was in force, and that it cannot be told', async () => {
    const before = await steward('policy', 'show', 'privacy', '--at', '2023-01-09')
    expect([before.code, before.stdout]).toEqual([1, ''])
    expect(before.stderr).toContain('No revision of Privacy policy was in force')
    expect((await steward('policy', 'show', 'privacy', '--at', 'yesterday')).code).toBe(2)
    expect((await steward('policy', 'show', 'privacy', '--at', '2999-01-01')).code).toBe(2)
    expect((await steward('policy', 'show', 'unknown')).code).toBe(2)
  })
})

test.each([
  ['---\ntitle: A\n---\n\n# A\n', '# A\n'],
  ['---\r\ntitle: A\r\n---\r\n# A\r\n', '# A\r\n'],
  ['\uFEFF---\n# generated\ntitle: A\n---\n# A\n', '# A\n'],
  ['---\n---\n# A\n', '# A\n'],
  ['# A\n\n---\nb: c\n---\n', '# A\n\n---\nb: c\n---\n'],
  ['---\nProse between rulers\n---\n# A\n', '---\nProse between rulers\n---\n# A\n'],
])('of %j the front matter is left out and nothing else', (text, body) => {
  expect(withoutFrontMatter(text)).toBe(body)
})
