const typing = [
  'textarea',
  'select',
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="combobox"]',
  '[role="textbox"]',
  '[role="searchbox"]',
  '[role="spinbutton"]',
  '[role="slider"]',
  '[role="listbox"]',
  '[role="menu"]',
].join(', ')

const above = '[role="dialog"], [role="alertdialog"], [role="menu"], [aria-modal="true"]'

/** Whether something lies above the page, which then answers to no single key. What is fading away is hidden already. */
export const isDialogOpen = () =>
  [...document.querySelectorAll(above)].some((dialog) => dialog.closest('[aria-hidden="true"]') === null)

/** A single key belongs to the page only while nobody types, composes, holds a modifier or reads a dialog. */
export function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  // AltGr writes brackets and slashes on many keyboards and reports itself as Ctrl and Alt.
  const isAltGraph = event.getModifierState('AltGraph')
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !isAltGraph)) return true
  // Shift is part of how `?` is written, and makes another key of a letter.
  if (event.shiftKey && /^\p{L}$/u.test(event.key)) return true
  const isTyping = event.target instanceof Element && event.target.closest(typing) !== null
  return isTyping || isDialogOpen()
}
