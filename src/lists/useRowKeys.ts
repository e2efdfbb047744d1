import type { RefObject } from 'react'
import { useShortcut } from '../keyboard/useShortcut.ts'

/** What marks the link of a row, which the focus moves to. */
export const rowLink = { 'data-row-link': '' }

const inRow = 'tr, li, [role="row"]'

type Options = {
  /** True where rows have checkboxes, which `x` ticks. */
  selectable?: boolean
}

/** `j` and `k` walk the rows by their links; Enter opens, as it does for any link; `x` selects. */
export function useRowKeys(rows: RefObject<HTMLElement | null>, { selectable = false }: Options = {}) {
  const go = (step: 1 | -1) => {
    const links = firstOfRows(rows.current)
    const here = document.activeElement?.closest(inRow)
    const at = links.findIndex((link) => link.closest(inRow) === here)
    const next = links[at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut({ key: 'j', label: 'keyboard.next_row', group: 'list', run: () => go(1) })
  useShortcut({ key: 'k', label: 'keyboard.previous_row', group: 'list', run: () => go(-1) })
  useShortcut({
    key: 'x',
    label: 'keyboard.select_row',
    group: 'list',
    enabled: selectable,
    run: () => {
      const row = document.activeElement?.closest(inRow)
      if (row && rows.current?.contains(row)) {
        row.querySelector<HTMLInputElement>('input[type="checkbox"]:not(:disabled)')?.click()
      }
    },
  })
}

/** A row may lead to more than its record; its first link is the record's. */
function firstOfRows(rows: HTMLElement | null): HTMLElement[] {
  const links = rows?.querySelectorAll<HTMLElement>('[data-row-link]') ?? []
  const byRow = new Map<Element | null, HTMLElement>()
  for (const link of links) {
    const row = link.closest(inRow)
    if (!byRow.has(row)) byRow.set(row, link)
  }
  return [...byRow.values()]
}
