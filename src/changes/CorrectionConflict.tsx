import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { ConflictDialog } from './ConflictDialog.tsx'
import { disputed, type Meanwhile, undecided } from './meanwhile.ts'
import type { CorrectedNoun, useCorrection } from './useCorrection.ts'
import { useIsMine } from './useIsMine.ts'

type Props = {
  noun: CorrectedNoun
  correction: ReturnType<typeof useCorrection>
  meanwhile: Meanwhile
  /** The form underneath, which is what is sent. */
  form: string
}

/** A correction that met another one; what is decided is kept with what is typed. */
export function CorrectionConflict({ noun, correction, meanwhile, form }: Props) {
  const isMine = useIsMine()
  const { getValues } = useFormContext()
  const [sent, setSent] = useState<number | null>(null)
  const { opened, setMeanwhile, setComparing, failure, pending } = correction
  const { theirs, choices, others, version } = meanwhile
  const { reason: _, ...mine } = getValues()
  const both = disputed(mine, opened, meanwhile)
  return (
    <ConflictDialog
      noun={noun}
      saved={theirs.findLast((each) => !isMine(each)) ?? theirs.at(-1)}
      theirsAlone={theirs.filter((each) => !both.includes(each))}
      both={both.map((each) => ({ theirs: each, mine: mine[each.field] }))}
      choices={choices}
      missing={new Set(sent === version ? undecided(mine, opened, meanwhile) : [])}
      others={{
        typed: others,
        form,
        onTyped: (field, typed) => setMeanwhile({ ...meanwhile, others: { ...others, [field]: typed } }),
      }}
      form={form}
      pending={pending}
      failure={failure}
      onChoice={(field, choice) => setMeanwhile({ ...meanwhile, choices: { ...choices, [field]: choice } })}
      onSave={() => setSent(version)}
      onClose={() => setComparing(false)}
    />
  )
}
