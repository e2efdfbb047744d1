import type { RefObject } from 'react'
import { useShortcut } from '../keyboard/useShortcut.ts'

/** `/` goes to the search. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>) {
  useShortcut({
    key: '/',
    label: 'keyboard.search',
    group: 'everywhere',
    run: () => {
      input.current?.focus()
      input.current?.select()
    },
  })
}
