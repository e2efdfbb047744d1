import type { CreateBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { dryRuns } from '../database/schema/batches.ts'
import { readSetting } from '../shopSettings/readSetting.ts'
import { outcomeOf, type Result, type Task } from './outcomeOf.ts'
import { idsIn, scopeHash, scopeKept } from './scope.ts'
import { seePurchases } from './seePurchases.ts'
import { addTo, noneYet } from './tally.ts'

const readAtOnce = 2000

type Look = Result & { version: number | null }

/**
 * Looks at what a batch would do to each purchase, and keeps it with the version that was seen. Nothing is changed and
 * nothing decided, so it is no event; a search in its filter is one.
 * @throws BAD_QUERY, TOO_MANY_ITEMS
 */
export async function dryRun(tx: Tx, by: Staff, now: Date, id: string, input: CreateBatch): Promise<void> {
  const { action, reason = null, note = null } = input
  const { inactiveDays } = await readSetting(tx, 'deactivation')
  const task = { action, reason, now, requiredInactiveDays: inactiveDays }
  const ids = await idsIn(tx, by, now, input)
  const looks = await lookAt(tx, task, ids)
  await tx.insert(dryRuns).values({
    id,
    action,
    scope: scopeKept(input),
    scopeSha256: scopeHash(input),
    reason,
    note,
    items: ids.length,
    ...addTo(noneYet(action), looks),
    purchaseIds: ids,
    versions: looks.map(({ version }) => version),
    outcomes: looks.map(({ outcome }) => outcome),
    codes: looks.map(({ code }) => code),
    by: by.id,
    at: now,
  })
}

async function lookAt(tx: Tx, task: Task, ids: readonly string[]): Promise<Look[]> {
  const looks: Look[] = []
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const some = ids.slice(from, from + readAtOnce)
    const seen = await seePurchases(tx, some, { hold: false })
    for (const id of some) {
      const purchase = seen.get(id)
      looks.push({ ...outcomeOf(task, purchase), version: purchase?.version ?? null })
    }
  }
  return looks
}
