import { useTranslate } from 'react-admin'
import type { Comparison } from '../../contract/comparison/compareTexts.ts'

const base = 'resources.revisions.comparison'

/** What changed in numbers; where no word did, that, and what did instead. */
export function useCountsText() {
  const t = useTranslate()
  const said = (key: string, count: number) =>
    t(`${base}.${key}`, { smart_count: count, count: count.toLocaleString() })

  function saidOf(key: 'words' | 'links', { added, removed }: { added: number; removed: number }): string[] {
    if (added === 0 && removed === 0) return []
    if (removed === 0) return [said(`${key}_added`, added)]
    if (added === 0) return [said(`${key}_removed`, removed)]
    if (key === 'links') return [said('links_changed', Math.max(added, removed))]
    return [said('words_added', added), said('removed_too', removed)]
  }

  return ({ parts, words, links, signs }: Comparison): string => {
    if (parts.every(({ kind }) => kind === 'same')) return t(`${base}.identical`)
    const ofWords = saidOf('words', words)
    const ofLinks = saidOf('links', links)
    const numbers = [...ofWords, ...ofLinks].join(', ')
    if (ofWords.length > 0) return `${numbers}.`
    const instead =
      ofLinks.length > 0 ? `${numbers}.` : t(signs ? `${base}.only_signs` : `${base}.only_spaces`)
    return `${t(`${base}.no_words`)} ${instead}`
  }
}
