import { useGetList } from 'react-admin'
import type { Setting, SettingKey } from '../../contract/settings.ts'

type Of<Key extends SettingKey> = Extract<Setting, { key: Key }>

/** A setting of the shop as it is now; nothing until it is read. */
export function useSetting<Key extends SettingKey>(key: Key): Of<Key> | undefined {
  const { data } = useGetList<Setting>('settings', {
    filter: { key },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'key', order: 'ASC' },
  })
  return data?.find((setting): setting is Of<Key> => setting.key === key)
}
