import type { Change } from './change.ts'

/** Changes the text as if it were typed, so that the browser's own undo takes it back. */
export function applyChange(area: HTMLTextAreaElement, { from, to, insert, start, end }: Change) {
  area.focus({ preventScroll: true })
  area.setSelectionRange(from, to)
  if (!typeIn(insert, from !== to)) {
    area.setRangeText(insert, from, to, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(start, end)
}

/** There is no other way into the browser's undo than this command, old as it is; false where it is gone. */
function typeIn(text: string, isSelected: boolean): boolean {
  if (text === '' && !isSelected) return true
  if (!('execCommand' in document)) return false
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
}
