import { useLayoutEffect, useRef } from 'react'

export const firstButton = 'button:not(:disabled), a[href]'

/** Where the button that has the focus gives way to another, as “Deactivate” does to “Reactivate”, the focus goes on to that one. */
export function useKeepFocus<Place extends HTMLElement>() {
  const place = useRef<Place>(null)
  const isWithin = useRef(false)
  useLayoutEffect(() => {
    if (isWithin.current && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>(firstButton)?.focus()
  })
  return {
    ref: place,
    onFocus: () => {
      isWithin.current = true
    },
    // Nothing is told of a focus that goes with its button.
    onBlur: () => {
      isWithin.current = false
    },
  }
}
