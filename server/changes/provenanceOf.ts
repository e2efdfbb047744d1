import { desc, eq } from 'drizzle-orm'
import type { Provenance } from '../../contract/changes.ts'
import type { Db } from '../database/connect.ts'
import { changes } from '../database/schema.ts'
import type { Said } from './differences.ts'

const sources = { customer: 'customer_form', staff: 'staff', import: 'import', system: 'system' } as const

type Record = { id: string; createdAt: Date; said: Said; isImported: boolean }

/**
 * Where each field of a record that says something comes from: its latest change, or how the record itself came in,
 * of which no change is kept.
 */
export async function provenanceOf(db: Db, { id, createdAt, said, isImported }: Record): Promise<Provenance> {
  const latest = await db
    .selectDistinctOn([changes.field], { field: changes.field, kind: changes.actorKind, at: changes.at })
    .from(changes)
    .where(eq(changes.recordId, id))
    .orderBy(changes.field, desc(changes.version))
  const changed = new Map(latest.map(({ field, kind, at }) => [field, { source: sources[kind], at }]))
  const first = { source: isImported ? 'import' : 'system', at: createdAt } as const
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, value]) => {
      if (value === null) return []
      const { source, at } = changed.get(field) ?? first
      return [[field, { source, at: at.toISOString() }]]
    }),
  )
}
