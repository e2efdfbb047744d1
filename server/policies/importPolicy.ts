import { eq, ne } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { CreatePolicy } from '../../contract/policies.ts'
import type { Actor } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
import { appendAll } from '../events/append.ts'
import { CannotImport } from '../imports/cannotImport.ts'
import { contentSha256 } from '../revisions/contentSha256.ts'
import type { PastText } from './history.ts'

type NewPolicy = Omit<CreatePolicy, 'contactEmail'> & { contactEmail?: string | undefined }
export type Imported = { revisions: number; isNew: boolean; contactEmail: string; same: string[] }

/**
 * Makes a policy from the texts that were public before, oldest first: numbered in that order, each superseded when
 * the next was posted, marked as imported, without an author. A text that is
 * the same as the one before it was no revision. A policy that exists without a revision keeps its title.
 * @throws CannotImport if the policy has a revision already, a draft included
 */
export async function importPolicy(
  tx: Tx,
  by: Actor,
  now: Date,
  input: NewPolicy,
  texts: readonly PastText[],
): Promise<Imported> {
  const policy = await policyOf(tx, now, input)
  const [taken] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(eq(revisions.policyId, policy.id))
    .limit(1)
  if (taken)
    throw new CannotImport(
      `The policy ${input.key} has revisions already. History is imported once, before anything else.`,
    )

  const posted = texts
    .filter(({ body }, index) => body !== texts[index - 1]?.body)
    .map((text) => ({ ...text, id: uuidv7() }))
  const rows = posted.map(({ id, at, body, changeSummary }, index) => ({
    id,
    policyId: policy.id,
    number: index + 1,
    state: 'published' as const,
    baseRevisionId: posted[index - 1]?.id ?? null,
    body,
    contentSha256: contentSha256(body),
    changeSummary,
    origin: 'imported' as const,
    publishedAt: at,
    effectiveAt: at,
    supersededAt: posted[index + 1]?.at ?? null,
    createdAt: now,
    updatedAt: now,
  }))
  await tx.insert(revisions).values(rows)

  const imports = rows.map(({ id, policyId, number, contentSha256: hash }) => ({
    by,
    now,
    act: 'import',
    noun: 'revisions',
    id,
    details: { policyId, number, contentSha256: hash },
  }))
  const { id, isNew, contactEmail } = policy
  const create = { by, now, act: 'create', noun: 'policies', id, details: { key: input.key } }
  await appendAll(tx, isNew ? [create, ...imports] : imports)
  const files = new Set(posted.map(({ file }) => file))
  const same = texts.flatMap(({ file }) => (files.has(file) ? [] : [file]))
  return { revisions: rows.length, isNew, contactEmail, same }
}

/** The policy with this key, held until the transaction ends; made if there is none. */
async function policyOf(tx: Tx, now: Date, { contactEmail, ...input }: NewPolicy) {
  const id = uuidv7()
  const address = contactEmail ?? (await sharedAddress(tx, input.key))
  const made = await tx
    .insert(policies)
    .values({ id, ...input, contactEmail: address, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: policies.key })
    .returning({ id: policies.id })
  if (made.length > 0) return { id, isNew: true, contactEmail: address }
  const [existing] = await tx
    .select({ id: policies.id, contactEmail: policies.contactEmail })
    .from(policies)
    .where(eq(policies.key, input.key))
    .for('update')
  if (!existing) throw new CannotImport(`The policy ${input.key} cannot be read.`)
  return { ...existing, isNew: false }
}

/** The address that the shop's other policies name, if they all name the same one; else none. */
async function sharedAddress(tx: Tx, key: string): Promise<string> {
  const named = await tx
    .selectDistinct({ contactEmail: policies.contactEmail })
    .from(policies)
    .where(ne(policies.key, key))
  return named.length === 1 ? (named[0]?.contactEmail ?? '') : ''
}
