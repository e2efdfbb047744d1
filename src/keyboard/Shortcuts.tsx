import { type ReactNode, useCallback, useState } from 'react'
import { useNotify } from 'react-admin'
import { HotkeysProvider } from 'react-hotkeys-hook'
import { loadTexts } from '../i18n/i18nProvider.ts'
import type { ShortcutSheet } from './ShortcutSheet.tsx'
import { ShowShortcuts } from './showShortcuts.ts'
import { useShortcut } from './useShortcut.ts'

async function load() {
  const [loaded] = await Promise.all([import('./ShortcutSheet.tsx'), loadTexts()])
  return loaded.ShortcutSheet
}

/** Collects the shortcuts of what is on the page, and shows them on `?`. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const notify = useNotify()
  const [Sheet, setSheet] = useState<typeof ShortcutSheet | null>(null)
  const [isOpen, setOpen] = useState(false)
  const show = useCallback(() => {
    load().then(
      (loaded) => {
        setSheet(() => loaded)
        setOpen(true)
      },
      () => notify('app.not_loaded', { type: 'error' }),
    )
  }, [notify])
  return (
    <HotkeysProvider>
      <ShowShortcuts.Provider value={show}>
        <SheetKey onPress={show} />
        {children}
        {isOpen && Sheet && <Sheet onClose={() => setOpen(false)} />}
      </ShowShortcuts.Provider>
    </HotkeysProvider>
  )
}

function SheetKey({ onPress }: { onPress: () => void }) {
  useShortcut({ key: '?', label: 'keyboard.sheet', run: onPress, group: 'everywhere' })
  return null
}
