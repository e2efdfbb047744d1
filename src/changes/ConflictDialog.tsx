import { Alert, Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { PlainDialog } from '../acts/PlainDialog.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { DisputedField } from './DisputedField.tsx'
import { type Choice, disputed, type Meanwhile, undecided } from './meanwhile.ts'
import { TheirChange } from './TheirChange.tsx'
import { useConflictTitle } from './useConflictTitle.ts'
import type { CorrectedNoun, useCorrection } from './useCorrection.ts'
import { useFieldName } from './useFieldName.ts'
import { useIsMine } from './useIsMine.ts'

type Props = {
  noun: CorrectedNoun
  correction: ReturnType<typeof useCorrection>
  meanwhile: Meanwhile
  /** The form underneath, which is what is sent. */
  form: string
}

/** Somebody else saved first, or the reader did in another tab: theirs and mine field by field, and both go out together. */
export function ConflictDialog({ noun, correction, meanwhile, form }: Props) {
  const t = useTranslate()
  const titleOf = useConflictTitle()
  const isMine = useIsMine()
  const nameOf = useFieldName(noun)
  const failureText = useFailureText()
  const { getValues } = useFormContext()
  const [sent, setSent] = useState<number | null>(null)
  const { opened, setMeanwhile, setComparing, failure, pending } = correction
  const { reason: _, ...mine } = getValues()
  const both = disputed(mine, opened, meanwhile)
  const missing = new Set(sent === meanwhile.version ? undecided(mine, opened, meanwhile) : [])
  const theirsAlone = meanwhile.theirs.filter((each) => !both.includes(each))
  const last = meanwhile.theirs.at(-1)
  const colleagues = meanwhile.theirs.filter((each) => !isMine(each))
  const whose = last && colleagues.length === 0 ? '_own' : ''
  const close = () => setComparing(false)

  const choose = (field: string, choice: Choice) =>
    setMeanwhile({ ...meanwhile, choices: { ...meanwhile.choices, [field]: choice } })
  const type = (field: string, typed: string) =>
    setMeanwhile({ ...meanwhile, others: { ...meanwhile.others, [field]: typed } })

  return (
    <PlainDialog
      title={titleOf(colleagues.at(-1) ?? last)}
      onClose={close}
      actions={
        <>
          <Button color="secondary" onClick={close}>
            {t('changes.back')}
          </Button>
          <Button
            type="submit"
            form={form}
            variant="contained"
            autoFocus={both.length === 0}
            aria-busy={pending}
            onClick={() => setSent(meanwhile.version)}
          >
            {t(both.length > 0 ? 'changes.save_decided' : `changes.save_mine_too${whose}`)}
          </Button>
        </>
      }
    >
      <Typography color="textSecondary">
        {t(`changes.${both.length > 0 ? 'conflict_both' : 'conflict_none'}${whose}`)}
      </Typography>
      {both.map((theirs) => (
        <DisputedField
          key={theirs.field}
          noun={noun}
          theirs={theirs}
          mine={mine[theirs.field]}
          choice={meanwhile.choices[theirs.field]}
          other={meanwhile.others[theirs.field] ?? ''}
          isMissing={missing.has(theirs.field)}
          form={form}
          onChoice={(choice) => choose(theirs.field, choice)}
          onOther={(typed) => type(theirs.field, typed)}
        />
      ))}
      {theirsAlone.length > 0 && (
        <Box>
          {both.length > 0 && <Typography variant="h3">{t('changes.also')}</Typography>}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {theirsAlone.map((theirs) => (
              <Box component="li" key={theirs.field} sx={{ py: 1.5 }}>
                <Box component="span" sx={{ color: 'text.secondary' }}>{`${nameOf(theirs.field)}: `}</Box>
                <BeforeAfter noun={noun} {...theirs} />
                <TheirChange change={theirs} />
              </Box>
            ))}
          </Box>
        </Box>
      )}
      {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
    </PlainDialog>
  )
}
