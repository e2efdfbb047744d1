/** A text and what is selected in it. */
export type Selected = { text: string; start: number; end: number }

/** What takes the place of `from` to `to`, and what is selected afterwards. */
export type Change = { from: number; to: number; insert: string; start: number; end: number }

/** The lines that a selection touches. */
export function linesOf({ text, start, end }: Selected): { from: number; to: number; lines: string[] } {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', Math.max(start, end - 1))
  const to = next === -1 ? text.length : next
  return { from, to, lines: text.slice(from, to).split('\n') }
}

export type Format = (selected: Selected) => Change
