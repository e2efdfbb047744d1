import { useEffect, useState } from 'react'
import { firstButton } from '../keyboard/useKeepFocus.ts'

/** Gives the focus back where the button that opened a dialog went with it: to what stands in its place, or to the page. */
export function useReturnFocus() {
  const [around] = useState(() => [...ancestorsOf(document.activeElement)])
  useEffect(() => () => void setTimeout(() => settle(around)), [around])
}

function settle(around: readonly Element[]) {
  if (document.activeElement !== document.body) return
  const near = around.find((each) => each.isConnected && each.closest('main') !== null)
  const next = near?.tagName === 'MAIN' ? null : near?.querySelector<HTMLElement>(firstButton)
  const place = next ?? document.querySelector<HTMLElement>('main')
  place?.focus({ preventScroll: true })
}

function* ancestorsOf(element: Element | null): Generator<Element> {
  for (let each = element; each; each = each.parentElement) yield each
}
