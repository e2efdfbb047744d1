import type { Comparison } from './compareTexts.ts'

/** What is said of a comparison, with a number or without one; each side has the words in its own catalogue. */
export type Said =
  | 'identical'
  | 'words_added'
  | 'words_removed'
  | 'removed_too'
  | 'links_changed'
  | 'links_added'
  | 'links_removed'
  | 'no_words'
  | 'only_formatting'
  | 'only_punctuation'
  | 'only_both'
  | 'only_spaces'

type Say = (what: Said, count: number) => string
type Counted = { added: number; removed: number }

/** How much changed, in a sentence; where no word did, that, and what did instead. */
export function describeChanges(comparison: Comparison, say: Say): string {
  const { parts, words, links } = comparison
  if (parts.every(({ kind }) => kind === 'same')) return `${say('identical', 0)}.`
  const ofLinks = ofTargets(links, say)
  const hasWords = words.added + words.removed > 0
  const first = hasWords ? ofWords(words, say) : say('no_words', 0)
  const second = ofLinks === '' && !hasWords ? say(instead(comparison), 0) : ofLinks
  return `${[first, second].filter((each) => each !== '').join('; ')}.`
}

function ofWords({ added, removed }: Counted, say: Say): string {
  if (removed === 0) return say('words_added', added)
  if (added === 0) return say('words_removed', removed)
  return `${say('words_added', added)}, ${say('removed_too', removed)}`
}

/** A link that went and one that came are one that leads elsewhere now. */
function ofTargets({ added, removed }: Counted, say: Say): string {
  const both = Math.min(added, removed)
  const said = [
    ['links_changed', both],
    ['links_added', added - both],
    ['links_removed', removed - both],
  ] as const
  return said
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say(what, count))
    .join(', ')
}

function instead({ formatting, punctuation }: Comparison): Said {
  if (formatting && punctuation) return 'only_both'
  if (formatting) return 'only_formatting'
  return punctuation ? 'only_punctuation' : 'only_spaces'
}
