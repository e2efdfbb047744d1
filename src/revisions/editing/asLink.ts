import type { Change, Selected } from './change.ts'

const address = /^(?:https?:\/\/|mailto:)\S+$/

/** The selected words lead somewhere; what has to be typed next is selected. */
export function asLink({ text, start, end }: Selected): Change {
  const words = text.slice(start, end)
  if (address.test(words)) {
    return { from: start, to: end, insert: `[](${words})`, start: start + 1, end: start + 1 }
  }
  const target = 'https://'
  const place = words === '' ? start + 1 : start + words.length + 3
  const length = words === '' ? 0 : target.length
  return { from: start, to: end, insert: `[${words}](${target})`, start: place, end: place + length }
}
