import { align } from '../../../contract/comparison/align.ts'
import { paragraphs } from '../../../contract/comparison/paragraphs.ts'
import { applyChange } from './applyChange.ts'

type Stretch = { from: number; to: number; insert: string }

/** Puts a newer text into the area, paragraph by paragraph: caret, place and undo of whoever writes there stay. */
export function takeInText(area: HTMLTextAreaElement, text: string) {
  const { selectionStart, selectionEnd, scrollTop } = area
  const active = document.activeElement
  let [start, end] = [selectionStart, selectionEnd]
  for (const { from, to, insert } of changesOf(area.value, text).reverse()) {
    start = moved(start, from, to, insert.length)
    end = moved(end, from, to, insert.length)
    applyChange(area, { from, to, insert, start: from, end: from })
  }
  area.setSelectionRange(start, end)
  area.scrollTop = scrollTop
  if (active instanceof HTMLElement && active !== area) active.focus({ preventScroll: true })
}

function changesOf(before: string, after: string): Stretch[] {
  const [old, now] = [paragraphs(before), paragraphs(after)]
  const changes: Stretch[] = []
  let [left, right, from] = [0, 0, 0]
  for (const [one, other] of [...align(old, now), [old.length, now.length] as const]) {
    const to = from + old.slice(left, one).join('').length
    const insert = now.slice(right, other).join('')
    if (from !== to || insert !== '') changes.push({ from, to, insert })
    from = to + (old[one]?.length ?? 0)
    left = one + 1
    right = other + 1
  }
  return changes
}

function moved(caret: number, from: number, to: number, length: number): number {
  if (caret <= from) return caret
  return caret >= to ? caret + length - (to - from) : Math.min(caret, from + length)
}
