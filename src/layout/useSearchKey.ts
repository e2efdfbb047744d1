import { type RefObject, useEffect } from 'react'

const typing = 'input, textarea, select, [contenteditable="true"]'

/** `/` goes to the search, unless somebody is typing or a dialog is open. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null
      if (isTyping || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [input])
}
