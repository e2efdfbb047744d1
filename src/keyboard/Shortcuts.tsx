import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { HotkeysProvider } from 'react-hotkeys-hook'
import { ShowShortcuts } from './showShortcuts.ts'
import { useShortcut } from './useShortcut.ts'

const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet.tsx')).ShortcutSheet }))

/** Collects the shortcuts of what is on the page, and shows them on `?`. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const show = useCallback(() => setOpen(true), [])
  return (
    <HotkeysProvider>
      <ShowShortcuts.Provider value={show}>
        <SheetKey onPress={show} />
        {children}
        {isOpen && (
          <Suspense>
            <ShortcutSheet onClose={() => setOpen(false)} />
          </Suspense>
        )}
      </ShowShortcuts.Provider>
    </HotkeysProvider>
  )
}

function SheetKey({ onPress }: { onPress: () => void }) {
  useShortcut({ key: '?', label: 'keyboard.sheet', run: onPress, group: 'everywhere' })
  return null
}
