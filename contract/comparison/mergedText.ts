import type { MergePart } from './merge.ts'

export const isConflict = ({ kind }: MergePart) => kind === 'conflict'

/** The text that comes of a merge, with what was decided on each conflict in the order of the conflicts. */
export function mergedText(parts: readonly MergePart[], decided: readonly string[] = []): string {
  let conflict = 0
  return parts
    .map((part) => {
      if (isConflict(part)) return decided[conflict++] ?? ''
      return part.kind === 'theirs' ? part.theirs : part.mine
    })
    .join('')
}

/** Both sides of a conflict, one after the other, as paragraphs of their own. */
export function both({ theirs, mine }: Pick<MergePart, 'theirs' | 'mine'>): string {
  if (theirs === '' || mine === '') return theirs + mine
  const end = /\r\n/.test(theirs + mine) ? '\r\n' : '\n'
  const isParted = /\n\s*$/.test(theirs) || /^\s*\n/.test(mine)
  return isParted ? theirs + mine : `${theirs}${end}${end}${mine}`
}
