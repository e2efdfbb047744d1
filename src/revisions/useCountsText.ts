import { useTranslate } from 'react-admin'
import type { Comparison } from './compareTexts.ts'

const base = 'resources.revisions.comparison'

/** What changed in numbers; where no word did, that, and what did instead. */
export function useCountsText() {
  const t = useTranslate()
  return ({ parts, words, addresses, signs }: Comparison): string => {
    if (parts.every(({ kind }) => kind === 'same')) return t(`${base}.identical`)
    const links = addresses > 0 ? [t(`${base}.addresses`, { smart_count: addresses })] : []
    if (words.added + words.removed > 0) return `${[ofWords(words), ...links].join(', ')}.`
    const instead = signs ? `${base}.only_signs` : `${base}.only_spaces`
    return [
      t(`${base}.no_words`),
      ...(links.length > 0 ? links.map((each) => `${each}.`) : [t(instead)]),
    ].join(' ')
  }

  function ofWords({ added, removed }: Comparison['words']): string {
    if (added === 0) return t(`${base}.removed`, { smart_count: removed })
    const gained = t(`${base}.added`, { smart_count: added })
    return removed === 0 ? gained : t(`${base}.both`, { added: gained, removed: removed.toLocaleString() })
  }
}
