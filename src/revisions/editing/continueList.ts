import type { Change, Selected } from './change.ts'

const item = /^(?<indent>\s*)(?<mark>[-*+](?=\s)|(?<number>\d{1,9})(?<sign>[.)])(?=\s)|>)\s*/

/** Enter within a list or a quote begins the next item; in an empty item it ends the list. Null anywhere else. */
export function continueList({ text, start, end }: Selected): Change | null {
  if (start !== end) return null
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from, start)
  const found = item.exec(line)
  if (!found?.groups) return null
  const { indent = '', mark = '', number, sign = '' } = found.groups
  const rest = /^[^\n]*/.exec(text.slice(start))?.[0] ?? ''
  if (line.slice(found[0].length).trim() === '' && rest.trim() === '') {
    return { from, to: start, insert: '', start: from, end: from }
  }
  const next = number === undefined ? mark : `${Number(number) + 1}${sign}`
  const insert = `\n${indent}${next} `
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length }
}
