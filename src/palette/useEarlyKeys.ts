import { useEffect, useRef } from 'react'

/** What is typed between the keys that open the palette and its field, which would else go into the page behind it. */
export function useEarlyKeys(isWaiting: boolean) {
  const typed = useRef('')
  useEffect(() => {
    if (!isWaiting) return
    typed.current = ''
    function keep(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.length !== 1 && event.key !== 'Enter') return
      event.preventDefault()
      event.stopPropagation()
      if (event.key !== 'Enter') typed.current += event.key
    }
    window.addEventListener('keydown', keep, { capture: true })
    return () => window.removeEventListener('keydown', keep, { capture: true })
  }, [isWaiting])
  return typed
}
