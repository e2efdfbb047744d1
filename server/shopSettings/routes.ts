import { EditSetting, Setting, SettingRecord, settingKeys } from '../../contract/settings.ts'
import type { Act } from '../act.ts'
import { parseStated } from '../body.ts'
import { settings as table } from '../database/schema/settings.ts'
import { anyOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { edit } from './edit.ts'
import { readRows, readSettingRecord } from './read.ts'

/** The value has the shape of its key, which only the record knows: what is stated of its numbers is heard there. */
const editSetting: Act = {
  body: EditSetting,
  replayed: true,
  parse: (stated) => {
    const { input } = parseStated(EditSetting, stated)
    return {
      waived: [],
      run: async (tx, by, now, id) => {
        await edit(tx, by, now, id, input, stated.notCardNumbers)
        return undefined
      },
    }
  },
}

/** What a manager decides for the whole shop. Everybody reads it, because screens and forms go by it. */
export const settings: NounSpec<Setting, SettingRecord> = {
  noun: 'settings',
  row: Setting,
  one: SettingRecord,
  list: {
    noun: 'settings',
    table,
    sorts: { key: sortBy(table.key) },
    defaultSort: ['key', 'ASC'],
    filters: { key: anyOf(table.key, settingKeys) },
    rows: readRows,
  },
  read: readSettingRecord,
  edit: editSetting,
}
