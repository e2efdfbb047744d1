import { v7 } from 'uuid'
import type { Change } from '../../contract/changes.ts'
import type { Tx } from '../database/connect.ts'
import { changes } from '../database/schema/customers.ts'
import type { Difference } from './differences.ts'

/** Who changed something: staff, an import, the system, or the customer on the shop's own site. */
type Author = { kind: Change['actorKind']; id: string | null; requestId: string }

export type Changed = {
  by: Author
  now: Date
  customerId: string
  noun: Change['noun']
  id: string
  /** The version that the record has afterwards. */
  version: number
  reason: string | null
  differences: readonly Difference[]
}

/** A statement takes 65,535 values at most. */
const rowsAtOnce = 1000

/**
 * Keeps what fields said before and after, with who changed them and why. The values belong to the person; the event
 * of the same request holds the names of the fields alone.
 */
export async function recordChanges(tx: Tx, changed: readonly Changed[]): Promise<void> {
  const rows = changed.flatMap(({ differences, by, now, id, ...same }) =>
    differences.map((difference) => ({
      ...same,
      ...difference,
      id: v7(),
      recordId: id,
      actorKind: by.kind,
      by: by.kind === 'staff' ? by.id : null,
      requestId: by.requestId,
      at: now,
    })),
  )
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(changes).values(rows.slice(from, from + rowsAtOnce))
}
