import { eq, type SQL, sql } from 'drizzle-orm'
import type { Event } from '../../contract/events.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { events } from '../database/schema/events.ts'
import { staff } from '../database/schema/staff.ts'
import { hidesSubject } from './visibility.ts'

/** Events as this reader sees them; `where` decides which those are. */
export async function readEvents(
  db: Db,
  by: Staff,
  where: SQL | undefined,
  order: SQL[] = [],
): Promise<Event[]> {
  const rows = await db
    .select({
      id: events.id,
      chain: events.chain,
      seq: events.seq,
      at: events.at,
      actorId: events.actorId,
      actorName: staff.name,
      actorKind: events.actorKind,
      actorRole: events.actorRole,
      act: events.act,
      noun: events.noun,
      recordId: events.recordId,
      customerId: events.customerId,
      outcome: events.outcome,
      code: events.code,
      reason: events.reason,
      fields: events.fields,
      requestId: events.requestId,
      hash: sql<string>`left(encode(${events.hash}, 'hex'), 16)`,
    })
    .from(events)
    .leftJoin(staff, eq(staff.id, events.actorId))
    .where(where)
    .orderBy(...order)
  return rows.map(({ actorId, actorName, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    by: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    customerId: hidesSubject(by, row.noun) ? null : row.customerId,
  }))
}
