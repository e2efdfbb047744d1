import { useHotkeys } from 'react-hotkeys-hook'
import { isElsewhere } from './isElsewhere.ts'
import { useSingleKeys } from './useSingleKeys.ts'

/** Where a shortcut is found on the sheet: `keyboard.groups.{group}`. */
export type ShortcutGroup = 'everywhere' | 'list' | 'record'

type Shortcut = {
  /** As the keyboard writes it: `e`, `/`, `?`, `[`. */
  key: string
  /** Key of the catalogue: what it does, for the sheet. */
  label: string
  run: (event: KeyboardEvent) => void
  group?: ShortcutGroup
  /** False takes it off the sheet too, for what cannot be done here. */
  enabled?: boolean
}

/**
 * A single key that does something while the component is on the page. It never fires while somebody types or a
 * dialog is open, stands on the `?` sheet, and can be switched off with all the others.
 */
export function useShortcut({ key, label, run, group = 'record', enabled = true }: Shortcut) {
  const [isOn] = useSingleKeys()
  useHotkeys(key, run, {
    enabled,
    // What the key writes, not where it lies: `/` and `?` move with the layout, and so does Shift.
    useKey: true,
    ignoreModifiers: true,
    enableOnFormTags: true,
    ignoreEventWhen: (event) => !isOn || isElsewhere(event),
    preventDefault: true,
    description: label,
    metadata: { group },
  })
}
