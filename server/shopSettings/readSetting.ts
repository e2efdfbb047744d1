import { type SQL, sql } from 'drizzle-orm'
import type { SettingKey, SettingValues } from '../../contract/settings.ts'
import type { Db, Tx } from '../database/connect.ts'
import { parseSetting } from './parseSetting.ts'

/** A setting as it is now, as this transaction sees it: a rule goes by it the moment it is changed, on every server. */
export async function readSetting<Key extends SettingKey>(
  db: Db | Tx,
  key: Key,
): Promise<SettingValues[Key]> {
  const { rows } = await db.execute<{ text: string }>(sql`SELECT ${settingText(key)} AS text`)
  const [row] = rows
  if (!row) throw new RangeError(`there is no setting ${key}`)
  return parseSetting(key, row.text)
}

/** The setting inside a statement that is made anyway, so that it costs no way of its own; for `parseSetting`. */
export function settingText(key: SettingKey): SQL<string> {
  return sql<string>`${sql.raw(settingSql(key))}`
}

/** As `settingText`, where a statement is written out. */
export function settingSql(key: SettingKey): string {
  return `(SELECT settings.value::text FROM settings WHERE settings.key = '${key}')`
}
