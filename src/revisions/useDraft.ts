import { useCallback, useEffect, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { whole } from '../layout/RecordPage.tsx'
import { hasCode, problemOf } from '../problem.ts'
import type { Decisions } from './drafting/decisions.ts'
import { conflictsOf, mergedWords, mergeWords } from './drafting/mergeWords.ts'
import { type DraftWords, isSameWords, wordsOf } from './draftWords.ts'
import { useKeepFresh } from './useKeepFresh.ts'

export type Draft = ReturnType<typeof useDraft>

/** Who saves: a person, the page itself, or the page while it goes away. */
type SavedBy = 'hand' | 'page' | 'leaving'

/** What a colleague saved, where both of us wrote in one paragraph. */
type Clash = { theirs: Revision; by: string | null }

type Listener = (isTyped: boolean) => void

const mostMerges = 3

/**
 * A draft while somebody writes in it. What is typed is kept here and not in the state of a component, so that a key
 * costs the same in a long text; a refusal of any kind leaves it as it is.
 */
export function useDraft(latest: Revision) {
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const [opened, setOpened] = useState(latest)
  const at = useRef(latest)
  const began = useRef(wordsOf(latest))
  const typed = useRef(wordsOf(latest))
  const decisions = useRef<Decisions>({})
  const underWay = useRef<Promise<boolean> | null>(null)
  const listeners = useRef(new Set<Listener>())
  const [isDirty, setDirty] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  /** Whose words came in by themselves. */
  const [broughtIn, setBroughtIn] = useState<string | null>(null)
  /** The words that were put into the fields last, by anything but typing, and how often that happened. */
  const [edition, setEdition] = useState({ count: 0, words: wordsOf(latest) })

  const isUnsaved = useCallback(() => !isSameWords(began.current, typed.current), [])
  const tell = useCallback((isTyped = false) => {
    for (const listener of listeners.current) listener(isTyped)
  }, [])
  /** Calls back whenever there are other words, or words are saved. */
  const onWords = useCallback((listener: Listener) => {
    listeners.current.add(listener)
    return () => {
      listeners.current.delete(listener)
    }
  }, [])

  const stand = useCallback((revision: Revision) => {
    at.current = revision
    setOpened(revision)
  }, [])

  /** Other words than the typed ones: merged, taken over, brought back. */
  const write = useCallback(
    (words: DraftWords) => {
      typed.current = words
      setDirty(isUnsaved())
      setEdition(({ count }) => ({ count: count + 1, words }))
      tell()
    },
    [isUnsaved, tell],
  )

  const put = useCallback(
    (revision: Revision, words: DraftWords) => {
      stand(revision)
      began.current = wordsOf(revision)
      setFailure(null)
      setClash(null)
      write(words)
    },
    [stand, write],
  )

  // A colleague saved, and nothing is typed here that could be lost: what they wrote comes in by itself.
  useEffect(() => {
    if (latest.version > at.current.version && !isUnsaved() && !underWay.current) put(latest, wordsOf(latest))
  }, [latest, isUnsaved, put])

  const type = useCallback(
    (words: Partial<DraftWords>) => {
      typed.current = { ...typed.current, ...words }
      setDirty(isUnsaved())
      tell(true)
    },
    [isUnsaved, tell],
  )

  /** What is decided in a merge is words too, and kept as they are. */
  const decide = useCallback(
    (decided: Decisions) => {
      decisions.current = decided
      tell()
    },
    [tell],
  )

  /** Merges what a colleague saved with what is typed here; false where both wrote in one paragraph. */
  async function bringIn(by: string | null): Promise<boolean> {
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

  async function attempt(how: SavedBy, merges: number): Promise<boolean> {
    const sent = typed.current
    try {
      const { data } = await provider.update<Revision>('revisions', {
        id: at.current.id,
        data: how === 'hand' ? sent : { ...sent, autosave: true },
        previousData: { ...at.current, ...began.current },
        meta: { ...whole, quiet: how !== 'hand', keepalive: how === 'leaving' && outlives(sent) },
      })
      began.current = sent
      stand(data)
      keepFresh(data, how === 'hand')
      setFailure(null)
      setClash(null)
      setDirty(isUnsaved())
      tell()
      return !isUnsaved()
    } catch (error) {
      const isStale = hasCode(error, 'VERSION_CONFLICT')
      if (isStale && merges < mostMerges && (await bringInQuietly(error))) {
        return isUnsaved() ? attempt(how, merges + 1) : true
      }
      setFailure(error)
      return false
    }
  }

  async function bringInQuietly(refusal: unknown): Promise<boolean> {
    const by = problemOf(refusal)?.details.by
    try {
      return await bringIn(typeof by === 'string' ? by : null)
    } catch (error) {
      setFailure(error)
      return false
    }
  }

  /** True once everything that was typed is saved. One save at a time: each is written on the one before. */
  async function save(how: SavedBy = 'hand'): Promise<boolean> {
    while (underWay.current) await underWay.current
    if (!isUnsaved()) return true
    setSaving(true)
    underWay.current = attempt(how, 0)
    try {
      return await underWay.current
    } finally {
      underWay.current = null
      setSaving(false)
    }
  }

  /** A colleague saved while this page was open. */
  async function catchUp(version: number): Promise<void> {
    if (version <= at.current.version || underWay.current || clash) return
    underWay.current = bringInQuietly(null)
    try {
      await underWay.current
    } finally {
      underWay.current = null
    }
    if (isUnsaved()) await save('page')
  }

  /** What is typed here is not wanted any more. */
  const letGo = () => put(at.current, began.current)

  return {
    opened,
    began,
    typed,
    decisions,
    edition,
    isDirty,
    isSaving,
    failure,
    clash,
    broughtIn,
    isUnsaved,
    onWords,
    type,
    write,
    decide,
    put,
    letGo,
    save,
    catchUp,
  }
}

/** A browser sends at most 64 KB on behalf of a page that is gone; of a longer text the copy in the browser is left. */
const outlives = ({ body }: DraftWords) => new TextEncoder().encode(body).length < 60_000
