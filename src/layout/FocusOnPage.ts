import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-admin'

/** On another page the keyboard goes on at its beginning, unless something there has the focus already. */
export function FocusOnPage({ main }: { main: RefObject<HTMLElement | null> }) {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [main, pathname])
  return null
}
