import { eq } from 'drizzle-orm'
import { z } from 'zod'
import {
  Deactivation,
  type EditSetting,
  Publishing,
  Requirements,
  type SettingKey,
  settingKeys,
} from '../../contract/settings.ts'
import { valueChanges } from '../../contract/valueChanges.ts'
import { parseStated } from '../body.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { settings, settingVersions } from '../database/schema/settings.ts'
import { Refused } from '../errors.ts'
import { appendAll } from '../events/append.ts'
import { recordCardWaivers } from '../events/cardWaivers.ts'
import { recheckFirstOrders } from '../purchases/recheckOpenOrders.ts'
import { refuseStale } from '../refuseStale.ts'

const shapes = {
  requirements: z.strictObject({ value: Requirements }),
  deactivation: z.strictObject({ value: Deactivation }),
  publishing: z.strictObject({ value: Publishing }),
} satisfies Record<SettingKey, z.ZodType>

/**
 * Changes a setting for the whole shop; the version before stays in its history. Nothing is written where nothing
 * differs. Open orders follow another matrix of requirements, the first of them at once. `notCardNumbers` are the fields
 * of the value whose numbers are stated to be no card numbers, which is an event of its own.
 * @throws NOT_FOUND, VERSION_CONFLICT; INVALID, UNKNOWN_FIELD or CARD_NUMBER_NOT_ALLOWED with the fields named
 */
export async function edit(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  input: EditSetting,
  notCardNumbers: readonly string[],
) {
  const [setting] = await tx.select().from(settings).where(eq(settings.id, id)).for('update')
  const key = settingKeys.find((known) => known === setting?.key)
  if (!setting || !key) throw new Refused('NOT_FOUND')
  const body = { value: input.value }
  const { input: checked, waived } = parseStated(shapes[key], { body, notCardNumbers })
  const { value } = checked
  await refuseStale(tx, 'settings', id, input.version, setting)
  const changed = valueChanges(setting.value, value)
  if (changed.length === 0) return

  const version = setting.version + 1
  await tx
    .update(settings)
    .set({ value, version, updatedBy: by.id, updatedAt: now })
    .where(eq(settings.id, id))
  await tx.insert(settingVersions).values({ settingId: id, version, value, by: by.id, at: now })
  const fields = changed.map(({ field }) => field)
  const moved = key === 'requirements' ? await recheckFirstOrders(tx, by, now) : []
  const edited = { by, now, act: 'edit', noun: 'settings', id, fields, details: { key, version } }
  await appendAll(tx, [edited, ...moved])
  if (waived.length === 0) return
  const fieldOf = (path: string) => path.replace(/^value\./, '')
  const named = waived.map(({ field, last4 }) => ({ field: fieldOf(field), last4 }))
  await recordCardWaivers(tx, { by, now, noun: 'settings', id, waived: named })
}
