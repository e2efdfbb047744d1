import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Decision } from '../../contract/disclosures.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { decisions, disclosures } from '../database/schema/disclosures.ts'
import { staff } from '../database/schema/staff.ts'
import { visibleDisclosures } from '../disclosures/visibility.ts'

/** Decisions on requests that exist for this reader. */
export function visibleDecisions(by: Staff): SQL {
  return sql`${decisions.disclosureId} IN (SELECT ${disclosures.id} FROM ${disclosures} WHERE ${visibleDisclosures(by)})`
}

/** Who decided what and when, about which hash; an auditor does not read the words, nor on which ground it was refused. */
export async function readDecisions(
  db: Db,
  by: Staff,
  picked: SQL | undefined,
  order: SQL[] = [],
): Promise<Decision[]> {
  const { id, disclosureId, round, type, at, text, result, contentHash } = decisions
  const rows = await db
    .select({
      id,
      disclosureId,
      round,
      type,
      at,
      text,
      result,
      contentHash,
      by: { id: staff.id, name: staff.name },
    })
    .from(decisions)
    .innerJoin(staff, eq(staff.id, decisions.by))
    .where(picked)
    .orderBy(...order)
  const shown = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  return by.role === 'auditor' ? shown.map(wordless) : shown
}

/** One decision as this reader may see it, or null where its request does not exist for them. */
export async function readDecision(db: Db, by: Staff, _now: Date, id: string): Promise<Decision | null> {
  const [decision] = await readDecisions(db, by, and(eq(decisions.id, id), visibleDecisions(by)))
  return decision ?? null
}

function wordless(decision: Decision): Decision {
  const result = decision.type === 'refusal_confirmation' ? null : decision.result
  return { ...decision, text: null, result }
}
