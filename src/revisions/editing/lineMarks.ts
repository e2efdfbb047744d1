import { type Change, linesOf, type Selected } from './change.ts'

const marks = /^(\s*)(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)?/

/** The selected lines as items of a list, a quote: marked, or no longer where all of them are. */
const marked = (is: RegExp, mark: (index: number) => string) => (selected: Selected) => {
  const { lines } = linesOf(selected)
  const filled = lines.filter((line) => line.trim() !== '')
  const isMarked = filled.length > 0 && filled.every((line) => is.test(line))
  let index = 0
  return replaced(selected, (line) => {
    if (isMarked) return line.replace(is, '$1')
    if (line.trim() === '' && lines.length > 1) return line
    return line.replace(marks, `$1${mark(index++)}`)
  })
}

export const bulletList = marked(/^(\s*)[-*+]\s+/, () => '- ')
export const numberedList = marked(/^(\s*)\d{1,9}[.)]\s+/, (index) => `${index + 1}. `)
export const quote = marked(/^(\s*)>\s?/, () => '> ')

/** No heading, a heading, one below it, and none again. */
export function heading(selected: Selected): Change {
  return replaced(selected, (line) => {
    const level = /^#{1,6}(?=\s)/.exec(line)?.[0].length ?? 0
    const words = line.replace(marks, '')
    if (level >= 3) return words
    return `${level === 2 ? '###' : '##'} ${words}`
  })
}

function replaced(selected: Selected, change: (line: string) => string): Change {
  const { from, to, lines } = linesOf(selected)
  const changed = lines.map(change)
  const insert = changed.join('\n')
  if (selected.start !== selected.end) {
    return { from, to, insert, start: from, end: from + insert.length }
  }
  const caret = Math.max(from, selected.start + insert.length - (to - from))
  return { from, to, insert, start: caret, end: caret }
}
