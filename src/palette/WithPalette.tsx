import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useNotify } from 'react-admin'
import { useHotkeys } from 'react-hotkeys-hook'
import { loadTexts } from '../i18n/i18nProvider.ts'
import { isDialogOpen } from '../keyboard/isElsewhere.ts'
import { type Offer, Offers, type Register } from './offers.ts'
import { OpenPaletteContext } from './openPalette.ts'
import type { Palette as PaletteType } from './Palette.tsx'
import { type Recent, Remember } from './recent.ts'
import { useEarlyKeys } from './useEarlyKeys.ts'

async function load() {
  const [{ Palette }] = await Promise.all([import('./Palette.tsx'), loadTexts()])
  return Palette
}

/** Long after the first page has everything that it needs. */
const prefetchAfter = 5_000
const remembered = 6

/** Ctrl-K or Cmd-K from any page. Its code comes when the browser has nothing to do, or when it is first asked for. */
export function WithPalette({ children }: { children: ReactNode }) {
  const notify = useNotify()
  const [Palette, setPalette] = useState<typeof PaletteType | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [recents, setRecents] = useState<readonly Recent[]>([])
  const offered = useRef(new Set<() => Offer | null>())
  const chosen = useRef<(() => void) | null>(null)

  const early = useEarlyKeys(isOpen && Palette === null)

  const register = useCallback<Register>((read) => {
    offered.current.add(read)
    return () => offered.current.delete(read)
  }, [])

  const remember = useCallback((recent: Recent) => {
    setRecents((all) => [recent, ...all.filter(({ to }) => to !== recent.to)].slice(0, remembered))
  }, [])

  const doors = useMemo(() => {
    const fetched = async () => {
      const loaded = await load()
      setPalette(() => loaded)
    }
    return {
      open: () => {
        setOpen(true)
        fetched().catch(() => {
          setOpen(false)
          notify('app.not_loaded', { type: 'error' })
        })
      },
      // Whoever then asks for it is told if it could not be loaded.
      prefetch: () => void fetched().catch(() => undefined),
    }
  }, [notify])

  useEffect(() => {
    const timer = setTimeout(doors.prefetch, prefetchAfter)
    return () => clearTimeout(timer)
  }, [doors])

  useHotkeys(
    'ctrl+k, meta+k',
    () => {
      if (isOpen) setOpen(false)
      else if (!isDialogOpen()) doors.open()
    },
    {
      enableOnFormTags: true,
      enableOnContentEditable: true,
      preventDefault: true,
      description: 'keyboard.palette',
      metadata: { group: 'everywhere' },
    },
  )

  // Once the palette is gone and the focus is back where it came from, so that the next dialog gives it back there.
  useEffect(() => {
    if (isOpen) return
    const run = chosen.current
    chosen.current = null
    run?.()
  }, [isOpen])

  return (
    <Offers.Provider value={register}>
      <Remember.Provider value={remember}>
        <OpenPaletteContext.Provider value={doors}>
          {children}
          {isOpen && Palette && (
            <Palette
              offers={[...offered.current].flatMap((read) => read() ?? [])}
              recents={recents}
              begun={early.current}
              onClose={(run) => {
                chosen.current = run ?? null
                early.current = ''
                setOpen(false)
              }}
            />
          )}
        </OpenPaletteContext.Provider>
      </Remember.Provider>
    </Offers.Provider>
  )
}
