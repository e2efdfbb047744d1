import { eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { SubjectInput } from '../../contract/disclosureFields.ts'
import type { Tx } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { disclosureSubjects } from '../database/schema/disclosures.ts'
import { Refused } from '../errors.ts'
import type { SubjectRecord } from './situation.ts'

const undecided = {
  decision: 'undecided',
  reason: null,
  reasonText: null,
  categories: null,
  scopeFrom: null,
  scopeTo: null,
} as const

/**
 * Makes the list of people what was sent: a new one starts undecided, a kept one keeps its id and decision unless it
 * now means somebody else, and one taken off stays in the table with the instant.
 * @returns whether anything but the order changed
 * @throws INVALID at the subject that is unknown or named twice
 */
export async function replaceSubjects(
  tx: Tx,
  now: Date,
  disclosureId: string,
  current: readonly SubjectRecord[],
  wanted: readonly SubjectInput[],
): Promise<boolean> {
  await refuseSubjects(tx, current, wanted)
  const removed = current.filter(({ id }) => !wanted.some((each) => each.id === id))
  if (removed.length > 0) {
    const ids = removed.map(({ id }) => id)
    await tx.update(disclosureSubjects).set({ removedAt: now }).where(inArray(disclosureSubjects.id, ids))
  }
  let changed = removed.length > 0
  for (const [index, { id, ...who }] of wanted.entries()) {
    const position = index + 1
    const kept = current.find((each) => each.id === id)
    if (!kept) {
      await tx.insert(disclosureSubjects).values({ id: v7(), disclosureId, position, ...who })
      changed = true
      continue
    }
    const isOther = kept.customerId !== who.customerId || kept.identifier !== who.identifier
    const isMoved = isOther || kept.matchConfidence !== who.matchConfidence
    if (!isMoved && kept.position === position) continue
    changed ||= isMoved
    await tx
      .update(disclosureSubjects)
      .set({ ...who, position, ...(isOther ? undecided : {}) })
      .where(eq(disclosureSubjects.id, kept.id))
  }
  return changed
}

/** A partial answer that the narrower request no longer covers has to be decided again. */
export async function undecide(tx: Tx, subjects: readonly SubjectRecord[]) {
  if (subjects.length === 0) return
  const ids = subjects.map(({ id }) => id)
  await tx.update(disclosureSubjects).set(undecided).where(inArray(disclosureSubjects.id, ids))
}

async function refuseSubjects(tx: Tx, current: readonly SubjectRecord[], wanted: readonly SubjectInput[]) {
  const customerIds = wanted.flatMap(({ customerId }) => customerId ?? [])
  const found = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(inArray(customers.id, customerIds))
  const known = new Set(found.map(({ id }) => id))
  const faults: Record<number, { id: string } | { customerId: string }> = {}
  for (const [index, { id, customerId }] of wanted.entries()) {
    const before = wanted.slice(0, index)
    if (id && !current.some((each) => each.id === id))
      faults[index] = { id: 'This is not a subject of the request.' }
    else if (id && before.some((each) => each.id === id))
      faults[index] = { id: 'This subject is in the list already.' }
    else if (customerId && !known.has(customerId))
      faults[index] = { customerId: 'There is no such customer.' }
    else if (customerId && before.some((each) => each.customerId === customerId))
      faults[index] = { customerId: 'This customer is in the list already.' }
  }
  if (Object.keys(faults).length > 0) throw new Refused('INVALID', { errors: { subjects: faults } })
}
