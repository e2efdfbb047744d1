import { v7 as uuidv7 } from 'uuid'
import { CreatePolicy } from '../../contract/policies.ts'
import { parseBody } from '../body.ts'
import type { Actor } from '../caller.ts'
import { overAt } from '../deviations/standing.ts'
import { Refused } from '../errors.ts'
import { CannotImport } from '../imports/cannotImport.ts'
import { earlierThatDay, inForceAmong, parseAsked } from '../policies/atInstant.ts'
import { kindText, ranAt } from '../policies/deviationsShown.ts'
import { readHistory } from '../policies/history.ts'
import { type Imported, importPolicy } from '../policies/importPolicy.ts'
import { type PublicDeviation, readPublicPolicy, readPublicText } from '../policies/readPublic.ts'
import { withDatabase } from './withDatabase.ts'

export type ImportHistory = { key: string; title: string; contact?: string; language: string; json: boolean }
export type ShowPolicy = { at?: string; json: boolean }

const nothingDone = 2
const NewPolicy = CreatePolicy.partial({ contactEmail: true })

/** Imports a policy's history as a whole, says what came of it and sets the exit code. */
export async function importHistory(folder: string, { contact, json, ...named }: ImportHistory) {
  process.exitCode = nothingDone
  try {
    const now = new Date()
    const policy = parseBody(NewPolicy, { ...named, contactEmail: contact })
    const texts = await readHistory(folder, now)
    await withDatabase(async ({ db }) => {
      const requestId = uuidv7()
      const by: Actor = { kind: 'import', id: null, name: 'history', role: null, session: null, requestId }
      const imported = await db.transaction((tx) => importPolicy(tx, by, now, policy, texts))
      if (json) console.log(JSON.stringify({ key: policy.key, ...imported }))
      else for (const line of summary(policy.key, imported)) console.log(line)
      return 0
    })
  } catch (error) {
    if (!(error instanceof CannotImport || error instanceof Refused)) throw error
    for (const line of sentences(error)) console.error(line)
  }
}

function sentences(error: CannotImport | Refused): string[] {
  const errors = error instanceof Refused ? (error.extra.errors ?? {}) : {}
  return [error.message, ...Object.entries(errors).map(([field, text]) => `${field}: ${String(text)}`)]
}

function summary(key: string, { revisions, isNew, contactEmail, same }: Imported): string[] {
  const lines = [`${revisions} revisions imported. The last one is in force at /policy/${key}.`]
  for (const file of same) lines.push(`${file} has the text of the one before it, so it is no revision.`)
  if (!isNew) lines.push('The policy was there without a text; its title and contact address were kept.')
  if (contactEmail === '') lines.push('Its page names no address for questions: none was given by --contact.')
  else if (isNew) lines.push(`Its page names ${contactEmail} for questions.`)
  return lines
}

/** Prints what is or was in force, word for word: 0 shown, 1 nothing was in force, 2 it cannot be told. */
export async function showPolicy(key: string, { at, json }: ShowPolicy) {
  await withDatabase(async ({ db }) => {
    const now = new Date()
    const asked = parseAsked(at ?? now.toISOString(), now)
    if (!asked) {
      console.error('Ask for a day or an instant that has come, such as 2026-03-02 or 2026-03-02T09:30:00Z.')
      return nothingDone
    }
    const policy = await readPublicPolicy(db, key)
    if (!policy) {
      console.error(`No policy with the key ${key} was ever posted.`)
      return nothingDone
    }
    const revision = inForceAmong(policy.revisions, asked.at)
    if (!revision) {
      console.error(`No revision of ${policy.title} was in force at ${asked.at.toISOString()}.`)
      return 1
    }
    const { id, number, effectiveAt, supersededAt, contentSha256, origin } = revision
    const shown = {
      key,
      title: policy.title,
      askedAt: asked.at.toISOString(),
      number,
      effectiveAt: effectiveAt.toISOString(),
      supersededAt: supersededAt?.toISOString() ?? null,
      contentSha256,
      origin,
      earlierThatDay: asked.day === null ? [] : earlierThatDay(policy.revisions, asked).map(numberOf),
      deviations: ranAt(policy, asked).map(shownDeviation),
      body: await readPublicText(db, id),
    }
    console.log(json ? JSON.stringify(shown) : words(shown).join('\n'))
    return 0
  })
}

type Shown = {
  title: string
  askedAt: string
  number: number
  effectiveAt: string
  supersededAt: string | null
  contentSha256: string
  origin: 'staff' | 'imported'
  earlierThatDay: number[]
  deviations: ReturnType<typeof shownDeviation>[]
  body: string
}

function shownDeviation(deviation: PublicDeviation) {
  const { startsAt, appliesTo, text } = deviation
  const until = overAt(deviation)?.toISOString() ?? null
  return { kind: kindText(deviation), startsAt: startsAt.toISOString(), until, appliesTo, text }
}

const numberOf = ({ number }: { number: number }) => number

function words(shown: Shown): string[] {
  const {
    title,
    number,
    origin,
    effectiveAt,
    supersededAt,
    askedAt,
    earlierThatDay: earlier,
    deviations,
  } = shown
  return [
    `${title}, revision ${number}${origin === 'imported' ? ' (imported)' : ''}`,
    `In force from ${effectiveAt} until ${supersededAt ?? 'now'}; asked for ${askedAt}.`,
    ...earlier.map((each) => `Earlier that day revision ${each} was in force.`),
    `SHA-256 of the text: ${shown.contentSha256}`,
    ...deviations.flatMap(({ kind, startsAt, until, appliesTo, text }) => [
      '',
      `${kind} from ${startsAt} until ${until ?? 'further notice'}. Applies to: ${appliesTo}`,
      text,
    ]),
    '',
    shown.body,
  ]
}
