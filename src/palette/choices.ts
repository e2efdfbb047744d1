import type { ReactNode } from 'react'

/** One line of the palette: what it says, and what Enter does. */
type Choice = {
  /** Unique in the palette. */
  id: string
  label: ReactNode
  /** What tells it from its neighbours: a reference, a place, why it cannot be done. */
  detail?: ReactNode
  disabled?: boolean
  run: () => void
}

export type Group = { name: string; choices: readonly Choice[] }

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether every word that was typed begins a word of the label, so that a person's name matches no act by accident. */
export function isMeant(label: string, typed: string): boolean {
  const words = wordsOf(label)
  return wordsOf(typed).every((each) => words.some((word) => word.startsWith(each)))
}

/** Whether what was typed is this order number, with or without the sign that it begins with. */
export function isNumber(number: string, typed: string): boolean {
  const bare = (text: string) => fold(text).replace(/^#/, '')
  return bare(number) === bare(typed)
}
