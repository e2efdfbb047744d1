import { type Change, linesOf, type Selected } from './change.ts'

/** One row more in the table at the caret, or a small table where there is none. */
export function tableRow(selected: Selected): Change {
  const { from, to, lines } = linesOf({ ...selected, start: selected.end })
  const line = lines[0] ?? ''
  const cells = line.trim().startsWith('|') ? line.replace(/\\\|/g, '').split('|').length - 2 : 0
  if (cells > 0) {
    const row = `\n|${'  |'.repeat(cells)}`
    return { from: to, to, insert: row, start: to + 3, end: to + 3 }
  }
  const before = line.trim() === '' ? (isFirst(selected.text, from) ? '' : '\n') : '\n\n'
  const table = `${before}| Column | Column |\n|---|---|\n|  |  |\n`
  const head = to + before.length + 2
  return { from: to, to, insert: table, start: head, end: head + 'Column'.length }
}

const isFirst = (text: string, at: number) => /(^|\n[^\S\n]*\n)$/.test(text.slice(0, at))
