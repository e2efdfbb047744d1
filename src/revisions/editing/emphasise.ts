import type { Change, Selected } from './change.ts'

const inWord = /[\p{L}\p{N}\p{M}_'’-]/u

/** Puts a sign around the selected words, or takes it away where it is there. Nothing selected: the word at the caret. */
export const emphasise =
  (sign: '**' | '*') =>
  (selected: Selected): Change => {
    const { text } = selected
    const { start, end } = tight(selected.start === selected.end ? wordAt(selected) : selected)
    const words = text.slice(start, end)
    const before = start - sign.length
    const after = end + sign.length
    if (before >= 0 && text.slice(before, start) === sign && text.slice(end, after) === sign) {
      if (sign === '**' || isSingle(text, before, after)) {
        return { from: before, to: after, insert: words, start: before, end: before + words.length }
      }
    }
    const caret = start + sign.length
    return { from: start, to: end, insert: sign + words + sign, start: caret, end: caret + words.length }
  }

/** One star alone; two are those of bold words, and three are both. */
function isSingle(text: string, before: number, after: number): boolean {
  const [left, right] = [/\*+$/.exec(text.slice(0, before + 1)), /^\*+/.exec(text.slice(after - 1))]
  return left?.[0].length !== 2 && right?.[0].length !== 2
}

function wordAt({ text, start }: Selected): Selected {
  let from = start
  let to = start
  while (from > 0 && inWord.test(text.charAt(from - 1))) from--
  while (to < text.length && inWord.test(text.charAt(to))) to++
  return { text, start: from, end: to }
}

/** Without the blanks at either end: Markdown knows no emphasis that begins or ends with one. */
function tight({ text, start, end }: Selected): Selected {
  const words = text.slice(start, end)
  const from = start + (words.trim() === '' ? 0 : words.length - words.trimStart().length)
  return { text, start: from, end: from + words.trim().length }
}
