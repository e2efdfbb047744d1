import {
  Deactivation,
  KeptRequirements,
  Publishing,
  type SettingKey,
  type SettingValues,
} from '../../contract/settings.ts'

type Parsers = { [Key in SettingKey]: (text: string) => SettingValues[Key] }

const parsers: Parsers = {
  requirements: rememberLast((text) => KeptRequirements.parse(JSON.parse(text))),
  deactivation: rememberLast((text) => Deactivation.parse(JSON.parse(text))),
  publishing: rememberLast((text) => Publishing.parse(JSON.parse(text))),
}

/** A stored setting in the shape of its key. The same text says the same, so it is read once and never goes stale. */
export function parseSetting<Key extends SettingKey>(key: Key, text: string): SettingValues[Key] {
  return parsers[key](text)
}

function rememberLast<Value>(parse: (text: string) => Value): (text: string) => Value {
  let last: { text: string; value: Value } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, value: parse(text) }
    return last.value
  }
}
