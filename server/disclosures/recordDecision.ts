import { v7 } from 'uuid'
import type { Tx } from '../database/connect.ts'
import { decisions } from '../database/schema/disclosures.ts'
import { scopeHash } from './scopeHash.ts'
import type { Situation } from './situation.ts'

type Decided = Pick<typeof decisions.$inferInsert, 'type' | 'text' | 'result'>

/** A line of the decision log, which is never changed: who, when, in which words, about which exact scope. */
export async function recordDecision(
  tx: Tx,
  { disclosure, subjects, by, now }: Situation,
  { type, text = null, result = null }: Decided,
) {
  await tx.insert(decisions).values({
    id: v7(),
    disclosureId: disclosure.id,
    round: disclosure.round,
    type,
    by: by.id,
    at: now,
    text,
    result,
    contentHash: scopeHash(disclosure, subjects),
  })
}
