import { Alert, Button } from '@mui/material'
import { type MouseEvent, type ReactNode, useCallback, useId, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { type FieldValues, useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { FormDialog } from '../acts/FormDialog.tsx'
import { CorrectionConflict } from './CorrectionConflict.tsx'
import { valuesOf } from './fieldsOf.ts'
import { ReasonText } from './inputs/ReasonText.tsx'
import { useAuthorName } from './useAuthorName.ts'
import { type Corrected, type CorrectedNoun, useCorrection } from './useCorrection.ts'
import { useDrafts } from './useDrafts.ts'
import { useFieldName } from './useFieldName.ts'
import { useIsMine } from './useIsMine.ts'

type Props = {
  noun: CorrectedNoun
  record: Corrected
  /** Which form it is, so that what was typed in it is found again. */
  form: string
  fields: readonly string[]
  schema: z.ZodType
  title: string
  says?: string
  confirm: string
  done: string
  children: ReactNode
  onClose: () => void
}

/** Corrects a record for a reason. Esc keeps what was typed; a colleague who was quicker is met, not overwritten. */
export function CorrectDialog({ noun, record, form, fields, schema, title, confirm, done, ...rest }: Props) {
  const { says, children, onClose } = rest
  const t = useTranslate()
  const notify = useNotify()
  const formId = useId()
  const nameOf = useFieldName(noun)
  const authorOf = useAuthorName()
  const isMine = useIsMine()
  const drafts = useDrafts(form)
  const [draft] = useState(drafts.read)
  const correction = useCorrection({
    noun,
    record,
    draft,
    schema,
    onDone: (_, theirs) => {
      drafts.drop()
      onClose()
      const last = theirs.findLast((each) => !isMine(each)) ?? theirs.at(-1)
      const also =
        last &&
        t(isMine(last) ? 'changes.meanwhile_own' : 'changes.meanwhile', {
          name: authorOf(last),
          fields: theirs.map(({ field }) => nameOf(field)).join(', '),
        })
      const said = also ? `${done} ${also}` : done
      notify(said, { type: 'success', messageArgs: { _: said } })
    },
  })
  const { opened, meanwhile, setComparing, isComparing, isUntouched } = correction
  const [defaults] = useState<FieldValues>(() => ({
    ...valuesOf(opened, fields),
    reason: '',
    ...draft?.values,
  }))
  const keep = useCallback(
    (values: FieldValues) => {
      const isEmpty = isUntouched(values) && !meanwhile && String(values.reason ?? '').trim() === ''
      if (isEmpty) drafts.drop()
      else drafts.keep({ opened, values, meanwhile })
    },
    [drafts, opened, meanwhile, isUntouched],
  )

  return (
    <FormDialog
      id={formId}
      title={title}
      says={says}
      confirm={confirm}
      defaults={defaults}
      check={correction.check}
      sending={isComparing ? { ...correction, failure: null } : correction}
      onDraft={keep}
      onClose={onClose}
      aside={<StartOver to={{ ...valuesOf(opened, fields), reason: '' }} isUntouched={isUntouched} />}
    >
      {meanwhile && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={() => setComparing(true)}>
              {t('changes.compare')}
            </Button>
          }
        >
          {t(
            meanwhile.theirs.length > 0 && meanwhile.theirs.every(isMine)
              ? 'changes.changed_meanwhile_own'
              : 'changes.changed_meanwhile',
          )}
        </Alert>
      )}
      {children}
      <ReasonText />
      {correction.isIdle && <Alert severity="info">{t('changes.nothing_changed')}</Alert>}
      {meanwhile && isComparing && <CorrectionConflict {...{ noun, correction, meanwhile }} form={formId} />}
    </FormDialog>
  )
}

type StartOverProps = { to: FieldValues; isUntouched: (values: FieldValues) => boolean }

/** The way to be rid of what was typed, since closing keeps it. */
function StartOver({ to, isUntouched }: StartOverProps) {
  const t = useTranslate()
  const { watch, reset } = useFormContext()
  const values = watch()
  if (isUntouched(values) && String(values.reason ?? '').trim() === '') return null

  // The button goes with what was typed, and must not take the focus out of the dialog.
  function startOver({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) {
    form?.querySelector<HTMLElement>('[role="combobox"], input, textarea')?.focus()
    reset(to)
  }

  return (
    <Button color="secondary" sx={{ mr: 'auto' }} onClick={startOver}>
      {t('changes.start_over')}
    </Button>
  )
}
