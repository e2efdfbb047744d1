import { useCallback, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { changedNouns } from '../../contract/changes.ts'
import { formErrors } from '../acts/formErrors.ts'
import { useSending } from '../acts/useSending.ts'
import { withStatement } from '../acts/withStatement.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { hasCode, problemOf, statusOf } from '../problem.ts'
import { useMe } from '../session/useMe.ts'
import { changesIn, type Said } from './fieldsOf.ts'
import { type Meanwhile, meanwhileOf, merged, standing, undecided } from './meanwhile.ts'
import type { Draft } from './useDrafts.ts'
import { useFresh } from './useFresh.ts'

export type CorrectedNoun = (typeof changedNouns)[number]
export type Corrected = Said & { id: string; version: number }

type Correction = {
  noun: CorrectedNoun
  record: Corrected
  draft: Draft | null
  schema: z.ZodType
  onDone: (record: Corrected, theirs: Meanwhile['theirs']) => void
}

type Sent = { changes: Record<string, unknown>; reason: unknown }

/**
 * A correction from the moment its form opens. What is typed stays in the form whatever the server answers; what others
 * changed meanwhile lies beside it until it is decided, and then goes out together with it.
 */
export function useCorrection({ noun, record, draft, schema, onDone }: Correction) {
  const provider = useDataProvider<StewardProvider>()
  const fresh = useFresh()
  const me = useMe()
  const [opened] = useState(draft?.opened ?? record)
  const [meanwhile, setMeanwhile] = useState(draft?.meanwhile ?? null)
  const [isComparing, setComparing] = useState(false)
  const [isIdle, setIdle] = useState(false)
  const isAnswerLost = useRef(false)

  const version = meanwhile?.version ?? opened.version
  const bodyOf = useCallback(
    ({ reason, ...values }: FieldValues): Sent => ({
      changes: changesIn(merged(values, opened, meanwhile), standing(opened, meanwhile)),
      reason,
    }),
    [opened, meanwhile],
  )
  const isUntouched = useCallback(
    (values: FieldValues) => Object.keys(bodyOf(values).changes).length === 0,
    [bodyOf],
  )

  const check = (values: FieldValues) => {
    const { changes, reason } = bodyOf(values)
    if (Object.keys(changes).length === 0) return {}
    return formErrors(schema, withStatement(values, { ...changes, version, ...(reason ? { reason } : {}) }))
  }

  const sending = useSending(async (values) => {
    if (meanwhile && undecided(values, opened, meanwhile).length > 0) return setComparing(true)
    const { changes, reason } = bodyOf(values)
    setIdle(false)
    if (Object.keys(changes).length === 0) return await leave()
    try {
      const { data } = await provider.update<Corrected>(noun, {
        id: record.id,
        data: withStatement(values, { ...changes, reason }),
        previousData: { id: record.id, version },
      })
      finish(data)
    } catch (error) {
      await meet(error, { changes, reason })
    }
  })

  /** A colleague who was quicker is met beside what is typed; any other refusal goes on to the form. */
  async function meet(error: unknown, sent: Sent) {
    const next = meanwhileOf(error, meanwhile)
    if (!next) {
      isAnswerLost.current ||= statusOf(error) === 0 || hasCode(error, 'OUTCOME_UNKNOWN')
      const errors = problemOf(error)?.errors
      if (errors && Object.keys(errors).some((field) => field !== 'root')) setComparing(false)
      throw error
    }
    // The line broke after the server had written it: what stands in the way is one's own correction.
    if (isAnswerLost.current && isOwn(next, sent)) return await readAndFinish()
    setMeanwhile(next)
    setComparing(true)
  }

  /** Nothing of mine is left to be written. */
  async function leave() {
    if (meanwhile) await readAndFinish()
    else setIdle(true)
  }

  async function readAndFinish() {
    const { data } = await provider.getOne<Corrected>(noun, { id: record.id })
    finish(data)
  }

  function isOwn({ theirs }: Meanwhile, { changes, reason }: Sent): boolean {
    return theirs.every(
      (each) => each.by?.id === me?.id && each.reason === String(reason).trim() && each.field in changes,
    )
  }

  function finish(data: Corrected) {
    fresh(noun, data)
    onDone(data, meanwhile?.theirs ?? [])
  }

  return {
    opened,
    meanwhile,
    setMeanwhile,
    isComparing,
    setComparing,
    ...sending,
    /** Sent without anything changed. */
    isIdle,
    check,
    isUntouched,
  }
}
