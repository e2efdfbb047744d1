import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import type { Theirs } from '../../contract/changes.ts'
import type { Disclosure } from '../../contract/disclosures.ts'
import { By, instant } from '../../contract/records.ts'
import { changedFields } from '../changedFields.ts'
import { ConflictDialog } from '../changes/ConflictDialog.tsx'
import type { Choice } from '../changes/meanwhile.ts'
import { problemOf } from '../problem.ts'
import { bodyOf, valuesOf } from './formValues.ts'
import { useValueWords } from './useValueWords.ts'

type Props = {
  /** The request as the form was opened with it, and as it stands now. */
  base: Disclosure
  fresh: Disclosure
  /** The refusal, which says who saved what since the form was opened. */
  failure: unknown
  pending: boolean
  /** What stands is in the form, and can be saved. */
  onDecided: () => void
  onClose: () => void
}

const Save = z.object({ by: By.nullable(), at: instant, fields: z.array(z.string()) })
const Details = z.object({ saves: z.array(Save) })

/** Somebody else saved first: what both changed is decided field by field, and everything else of either stands. */
export function ChangedMeanwhile({ base, fresh, failure, pending, onDecided, onClose }: Props) {
  const say = useValueWords()
  const { getValues, setValue } = useFormContext()
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [isSent, setSent] = useState(false)
  const [saved, saves] = savesOf(failure, fresh)
  const [before, theirs, mine] = [bodyOf(valuesOf(base)), bodyOf(valuesOf(fresh)), bodyOf(getValues())]
  const changed = Object.keys(changedFields(before, theirs)).map(
    (field): Theirs => ({
      field,
      before: say(field, before[field]),
      after: say(field, theirs[field]),
      ...(saves.find(({ fields }) => fields.includes(field)) ?? { ...saved, by: null }),
    }),
  )
  // Where both came to say the same there is nothing to decide.
  const typed = changedFields(theirs, mine)
  const isDisputed = ({ field }: Theirs) => field in typed && field in changedFields(before, mine)
  const both = changed.filter(isDisputed)
  const undecided = both.filter(({ field }) => choices[field] === undefined)

  function decide() {
    setSent(true)
    if (undecided.length > 0) return
    const stands = valuesOf(fresh)
    for (const { field } of changed) {
      const isTheirs = !(field in changedFields(before, mine)) || choices[field] === 'theirs'
      if (isTheirs) setValue(field, stands[field], { shouldDirty: true })
    }
    onDecided()
  }

  return (
    <ConflictDialog
      noun="disclosures"
      saved={saved}
      theirsAlone={changed.filter((each) => !isDisputed(each))}
      both={both.map((each) => ({ theirs: each, mine: say(each.field, mine[each.field]) }))}
      choices={choices}
      missing={new Set(isSent ? undecided.map(({ field }) => field) : [])}
      pending={pending}
      failure={null}
      onChoice={(field, choice) => setChoices({ ...choices, [field]: choice })}
      onSave={decide}
      onClose={onClose}
    />
  )
}

/** Who saved last and everybody who saved since, the latest first, as far as the refusal says. */
function savesOf(failure: unknown, { updatedAt }: Disclosure) {
  const { data } = Details.safeParse(problemOf(failure)?.details)
  const told = (data?.saves ?? []).map((save) => ({ ...save, actorKind: 'staff' as const, reason: null }))
  const unknown = { by: null, at: updatedAt, fields: [], actorKind: 'staff' as const, reason: null }
  return [told[0] ?? unknown, told] as const
}
