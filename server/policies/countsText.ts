import type { Comparison } from '../../contract/comparison/compareTexts.ts'
import { describeChanges, type Said } from '../../contract/comparison/describeChanges.ts'

const many = (count: number, what: string) =>
  `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`

const sentences: Record<Said, (count: number) => string> = {
  identical: () => 'Nothing changed. The two texts are the same, character by character',
  words_added: (count) => `${many(count, 'word')} added`,
  words_removed: (count) => `${many(count, 'word')} removed`,
  removed_too: (count) => `${count.toLocaleString('en-GB')} removed`,
  links_changed: (count) => `${many(count, 'link target')} changed`,
  links_added: (count) => `${many(count, 'link')} added`,
  links_removed: (count) => `${many(count, 'link')} removed`,
  no_words: () => 'No words changed',
  only_formatting: () => 'only formatting changed',
  only_punctuation: () => 'only punctuation changed',
  only_both: () => 'only punctuation and formatting changed',
  only_spaces: () => 'only spaces or line breaks changed',
}

/** What changed, in the words that the screens of the staff use too (docs/decisions/018). */
export const countsText = (comparison: Comparison) =>
  describeChanges(comparison, (what, count) => sentences[what](count))
