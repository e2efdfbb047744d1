import { Alert, Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Theirs } from '../../contract/changes.ts'
import { PlainDialog } from '../acts/PlainDialog.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { DisputedField } from './DisputedField.tsx'
import type { Choice } from './meanwhile.ts'
import { TheirChange } from './TheirChange.tsx'
import { useConflictTitle } from './useConflictTitle.ts'
import { useFieldName } from './useFieldName.ts'
import { useIsMine } from './useIsMine.ts'

type Props = {
  noun: string
  /** Whose save the title names. */
  saved: Pick<Theirs, 'by' | 'actorKind' | 'at'> | undefined
  /** What others changed and the typist did not. */
  theirsAlone: readonly Theirs[]
  /** What both changed, with what was typed here; null takes the value away. */
  both: readonly { theirs: Theirs; mine: string | null }[]
  choices: Readonly<Record<string, Choice>>
  /** The fields that have to be decided before anything is sent. */
  missing: ReadonlySet<string>
  /** Where something may be typed in place of both; in the form that is sent with Enter. */
  others?: {
    typed: Readonly<Record<string, string>>
    form: string
    onTyped: (field: string, typed: string) => void
  }
  /** The form underneath, where the button sends that. */
  form?: string
  pending: boolean
  failure: unknown
  onChoice: (field: string, choice: Choice) => void
  onSave: () => void
  onClose: () => void
}

/** Somebody else saved first, or the reader did in another tab: theirs and mine field by field, and both go out together. */
export function ConflictDialog({ noun, saved, theirsAlone, both, choices, missing, others, ...rest }: Props) {
  const { form, pending, failure, onChoice, onSave, onClose } = rest
  const t = useTranslate()
  const titleOf = useConflictTitle()
  const isMine = useIsMine()
  const nameOf = useFieldName(noun)
  const failureText = useFailureText()
  const whose = saved && isMine(saved) ? '_own' : ''
  return (
    <PlainDialog
      title={titleOf(saved)}
      onClose={onClose}
      actions={
        <>
          <Button color="secondary" onClick={onClose}>
            {t('changes.back')}
          </Button>
          <Button
            {...(form ? { type: 'submit', form } : {})}
            variant="contained"
            autoFocus={both.length === 0}
            aria-busy={pending}
            onClick={onSave}
          >
            {t(both.length > 0 ? 'changes.save_decided' : `changes.save_mine_too${whose}`)}
          </Button>
        </>
      }
    >
      <Typography color="textSecondary">
        {t(`changes.${both.length > 0 ? 'conflict_both' : 'conflict_none'}${whose}`)}
      </Typography>
      {both.map(({ theirs, mine }) => (
        <DisputedField
          key={theirs.field}
          noun={noun}
          theirs={theirs}
          mine={mine}
          choice={choices[theirs.field]}
          isMissing={missing.has(theirs.field)}
          other={
            others && {
              typed: others.typed[theirs.field] ?? '',
              form: others.form,
              onTyped: (typed) => others.onTyped(theirs.field, typed),
            }
          }
          onChoice={(choice) => onChoice(theirs.field, choice)}
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
