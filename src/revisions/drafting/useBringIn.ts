import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { whole } from '../../layout/RecordPage.tsx'
import { problemOf } from '../../problem.ts'
import { wordsOf } from '../draftWords.ts'
import { useKeepFresh } from '../useKeepFresh.ts'
import { conflictsOf, mergedWords, mergeWords } from './mergeWords.ts'
import type { Standing } from './useStanding.ts'
import type { TypedWords } from './useTypedWords.ts'

/** Merges what a colleague saved with what is typed here; where both wrote in one paragraph a person decides. */
export function useBringIn({ began, typed }: TypedWords, { at, setFailure, setClash, put }: Standing) {
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  /** Whose words came in by themselves. */
  const [broughtIn, setBroughtIn] = useState<string | null>(null)

  async function merge(by: string | null): Promise<boolean> {
    const { data: theirs } = await provider.getOne<Revision>('revisions', { id: at.current.id, meta: whole })
    keepFresh(theirs)
    if (theirs.state !== 'draft' || theirs.version === at.current.version) return false
    const merged = mergeWords({ began: began.current, theirs: wordsOf(theirs), mine: typed.current })
    if (conflictsOf(merged).length > 0) {
      setClash({ theirs, by })
      return false
    }
    put(theirs, mergedWords(merged))
    setBroughtIn(by)
    return true
  }

  /** True if their words are in now; a refusal to save names whose they are. */
  async function bringIn(refusal: unknown): Promise<boolean> {
    const by = problemOf(refusal)?.details.by
    try {
      return await merge(typeof by === 'string' ? by : null)
    } catch (error) {
      setFailure(error)
      return false
    }
  }

  return { broughtIn, bringIn }
}
