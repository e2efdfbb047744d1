import type { Comparison } from '../../contract/comparison/compareTexts.ts'

type Counted = { added: number; removed: number }

/** How much changed, in a sentence; where no word did, that, and what did instead. */
export function countsText({ parts, words, links, signs }: Comparison): string {
  if (parts.every(({ kind }) => kind === 'same'))
    return 'Nothing changed. The two texts are the same, character by character.'
  const ofLinks = linksText(links)
  if (words.added + words.removed > 0)
    return `${[wordsText(words), ofLinks].filter((each) => each !== '').join('; ')}.`
  const instead = signs ? 'only punctuation or formatting changed' : 'only spaces or line breaks changed'
  return `No words changed; ${ofLinks === '' ? instead : ofLinks}.`
}

function wordsText({ added, removed }: Counted): string {
  if (removed === 0) return `${many(added, 'word')} added`
  if (added === 0) return `${many(removed, 'word')} removed`
  return `${many(added, 'word')} added, ${removed.toLocaleString('en-GB')} removed`
}

function linksText({ added, removed }: Counted): string {
  const both = Math.min(added, removed)
  const said = [
    [both, 'link target', 'changed'],
    [added - both, 'link', 'added'],
    [removed - both, 'link', 'removed'],
  ] as const
  return said
    .filter(([count]) => count > 0)
    .map(([count, what, how]) => `${many(count, what)} ${how}`)
    .join(', ')
}

const many = (count: number, what: string) =>
  `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
