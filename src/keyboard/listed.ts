import type { useHotkeysContext } from 'react-hotkeys-hook'
import type { ShortcutGroup } from './useShortcut.ts'

export type Listed = { keys: string[]; label: string; isSingle: boolean }

type Bound = ReturnType<typeof useHotkeysContext>['hotkeys'][number]

const groups: readonly ShortcutGroup[] = ['everywhere', 'list', 'record']

/** What is bound now, as the sheet lists it: one line a shortcut, however many places of the page bind it. */
export function listed(bound: readonly Bound[]): { group: ShortcutGroup; shortcuts: Listed[] }[] {
  return groups
    .map((group) => ({
      group,
      shortcuts: linesOf(bound.filter(({ metadata }) => metadata?.group === group)),
    }))
    .filter(({ shortcuts }) => shortcuts.length > 0)
}

function linesOf(bound: readonly Bound[]): Listed[] {
  const lines = new Map<string, Listed>()
  for (const { description, hotkey, keys, ctrl, mod } of bound) {
    if (!description || lines.has(description)) continue
    const isSingle = !ctrl && !mod
    lines.set(description, {
      keys: isSingle ? [...(keys ?? [])] : hotkey.split('+'),
      label: description,
      isSingle,
    })
  }
  return [...lines.values()].sort((one, other) => one.label.localeCompare(other.label))
}
