import { desc, eq, type SQL } from 'drizzle-orm'
import { Setting, type SettingRecord } from '../../contract/settings.ts'
import { valueChanges } from '../../contract/valueChanges.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { settingVersions, settings as table } from '../database/schema/settings.ts'
import { staff } from '../database/schema/staff.ts'

/** Versions that a history shows at most; older ones stay in the table. */
const shown = 100

/** Settings as they are now, each in the shape of its key. */
export async function readRows(db: Db, _by: Staff, picked: SQL, order: SQL[]): Promise<Setting[]> {
  const rows = await db
    .select({
      id: table.id,
      key: table.key,
      value: table.value,
      version: table.version,
      updatedAt: table.updatedAt,
      updatedBy: { id: staff.id, name: staff.name },
    })
    .from(table)
    .leftJoin(staff, eq(staff.id, table.updatedBy))
    .where(picked)
    .orderBy(...order)
  return rows.map((row) => Setting.parse({ ...row, updatedAt: row.updatedAt.toISOString() }))
}

/** A setting with who changed what in it, and when. */
export async function readSettingRecord(
  db: Db,
  by: Staff,
  _now: Date,
  id: string,
): Promise<SettingRecord | null> {
  const [setting] = await readRows(db, by, eq(table.id, id), [])
  return setting ? { ...setting, history: await readHistory(db, id) } : null
}

async function readHistory(db: Db, id: string): Promise<SettingRecord['history']> {
  const versions = await db
    .select({
      version: settingVersions.version,
      value: settingVersions.value,
      at: settingVersions.at,
      by: { id: staff.id, name: staff.name },
    })
    .from(settingVersions)
    .leftJoin(staff, eq(staff.id, settingVersions.by))
    .where(eq(settingVersions.settingId, id))
    .orderBy(desc(settingVersions.version))
    .limit(shown + 1)
  return versions.slice(0, shown).map(({ version, value, at, by }, index) => {
    const before = versions[index + 1]
    return { version, by, at: at.toISOString(), changes: before ? valueChanges(before.value, value) : [] }
  })
}
