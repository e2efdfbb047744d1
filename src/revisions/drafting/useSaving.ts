import { useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import { withStatement } from '../../acts/withStatement.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { whole } from '../../layout/RecordPage.tsx'
import { hasCode } from '../../problem.ts'
import type { DraftWords } from '../draftWords.ts'
import { useKeepFresh } from '../useKeepFresh.ts'
import type { Standing } from './useStanding.ts'
import type { TypedWords } from './useTypedWords.ts'

/** Who saves: a person, the page itself, or the page while it goes away. */
type SavedBy = 'hand' | 'page' | 'leaving'

const mostMerges = 3

/** Saves what is typed, on top of what colleagues saved meanwhile. One save at a time: each is written on the one before. */
export function useSaving(
  { began, typed, isUnsaved }: TypedWords,
  { at, clash, savedAs, setFailure }: Standing,
  bringIn: (refusal: unknown) => Promise<boolean>,
) {
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const underWay = useRef<Promise<boolean> | null>(null)
  /** The last four digits of the numbers that were stated to be no card numbers. */
  const notCardNumbers = useRef<readonly string[]>([])
  const [isSaving, setSaving] = useState(false)

  async function attempt(how: SavedBy, merges: number): Promise<boolean> {
    const sent = typed.current
    try {
      const { data } = await provider.update<Revision>('revisions', {
        id: at.current.id,
        data: withStatement(
          { notCardNumbers: notCardNumbers.current },
          how === 'hand' ? sent : { ...sent, autosave: true },
        ),
        previousData: { ...at.current, ...began.current },
        meta: { ...whole, quiet: how !== 'hand', keepalive: how === 'leaving' && outlives(sent) },
      })
      savedAs(data, sent)
      keepFresh(data, how === 'hand')
      return !isUnsaved()
    } catch (error) {
      const isStale = hasCode(error, 'VERSION_CONFLICT')
      if (isStale && merges < mostMerges && (await bringIn(error))) {
        return isUnsaved() ? attempt(how, merges + 1) : true
      }
      setFailure(error)
      return false
    }
  }

  async function finish(work: Promise<boolean>): Promise<boolean> {
    underWay.current = work
    try {
      return await work
    } finally {
      underWay.current = null
    }
  }

  /** True once everything that was typed is saved. */
  async function save(how: SavedBy = 'hand'): Promise<boolean> {
    while (underWay.current) await underWay.current
    if (!isUnsaved()) return true
    setSaving(true)
    try {
      return await finish(attempt(how, 0))
    } finally {
      setSaving(false)
    }
  }

  /** What kept the words from being saved looks like a card number and is none: they are saved with that said. */
  async function state(last4: string): Promise<void> {
    notCardNumbers.current = [...notCardNumbers.current, last4]
    await save()
  }

  /** A colleague saved while this page was open. */
  async function catchUp(version: number): Promise<void> {
    if (version <= at.current.version || underWay.current || clash) return
    await finish(bringIn(null))
    if (isUnsaved()) await save('page')
  }

  return { underWay, isSaving, save, state, catchUp }
}

/** A browser sends at most 64 KB on behalf of a page that is gone; of a longer text the copy in the browser is left. */
const outlives = ({ body }: DraftWords) => new TextEncoder().encode(body).length < 60_000
