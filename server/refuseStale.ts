import { desc, eq, sql } from 'drizzle-orm'
import type { Tx } from './database/connect.ts'
import { events } from './database/schema/events.ts'
import { staff } from './database/schema/staff.ts'
import { Refused } from './errors.ts'
import { sayMinute } from './sayDates.ts'

/** Of more saves than anybody would read of, the latest are named. */
const named = 50

/**
 * A stale write never overwrites: the refusal names who changed the record last, what and when,
 * and in `saves` who changed what since `version`, the latest first. What the shop's own system changed is no event: a
 * record that is newer than its latest event was changed by that.
 * @throws VERSION_CONFLICT if the record moved since `version` was read
 */
export async function refuseStale(
  tx: Tx,
  noun: string,
  id: string,
  version: number,
  current: { version: number; updatedAt: Date },
) {
  if (version === current.version) return
  const known = await tx
    .select({
      id: staff.id,
      name: staff.name,
      kind: events.actorKind,
      at: events.at,
      fields: events.fields,
      act: events.act,
    })
    .from(events)
    .leftJoin(staff, eq(staff.id, events.actorId))
    .where(
      sql`${events.noun} = ${noun} AND ${events.recordId} = ${id} AND ${events.outcome} = 'done' AND ${events.act} NOT IN ('open', 'reveal', 'search', 'export', 'waiveCardGuard')`,
    )
    .orderBy(desc(events.at), desc(events.id))
    // Each save made one version more.
    .limit(Math.min(Math.max(current.version - version, 1), named))
  const isByShop = known[0] === undefined || known[0].at < current.updatedAt
  // One of the versions in between is the shop's own.
  const saves = isByShop ? known.slice(0, Math.max(0, current.version - version - 1)) : known
  const last = isByShop ? undefined : known[0]
  const who = last?.name ?? (last?.kind === 'system' ? 'Steward' : 'The shop')
  const when = sayMinute(current.updatedAt)
  throw new Refused('VERSION_CONFLICT', {
    values: { who, when },
    details: {
      by: who,
      byId: last?.id ?? null,
      at: current.updatedAt.toISOString(),
      act: last?.act ?? null,
      fields: last?.fields ?? [],
      version: current.version,
      saves: saves.map(({ id, name, at, fields }) => ({
        by: name === null ? null : { id, name },
        at: at.toISOString(),
        fields: fields ?? [],
      })),
    },
  })
}
