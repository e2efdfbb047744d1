import { type ReactNode, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorCode } from '../../contract/errors.ts'
import type { Noun } from '../../contract/permissions.ts'
import { newKey } from '../idempotencyKey.ts'
import { problemOf } from '../problem.ts'
import { FormDialog, type Remedy } from './FormDialog.tsx'
import { filledIn, formErrors } from './formErrors.ts'
import { useAct } from './useAct.ts'
import { useSending } from './useSending.ts'
import { withStatement } from './withStatement.ts'

type ActRecord = { id: string; version?: number }

type Remedies = Partial<Record<ErrorCode, Remedy>>

export type ActDialogProps = {
  noun: Noun
  verb: string
  record: ActRecord
  /** How people name the record, for the title: a reference. */
  name: string
  /** The body as the contract promises it; checked here before anything is sent. */
  schema: z.ZodType
  /** What goes along unseen and belongs to what the person saw at opening, such as a hash. */
  along?: Record<string, unknown>
  /** False for an act that takes no version, such as a reveal. */
  versioned?: boolean
  defaults?: FieldValues
  /** The body as the form says it, where it is more than what was filled in. */
  toBody?: (values: FieldValues) => Record<string, unknown>
  /** What will happen and what will not, where it is not the same for every record. A key of the catalogue. */
  says?: string
  dismiss?: string
  irreversible?: boolean
  remedies?: Remedies
  /** Puts what is wrong with the body beside the fields that it was typed into. */
  toFields?: (errors: Record<string, unknown>) => Record<string, unknown>
  /** The fields. */
  children?: ReactNode
  onDone?: (answer: unknown) => void
}

type Props = ActDialogProps & {
  draft: FieldValues
  onDraft: (values: FieldValues) => void
  onClose: () => void
}

/**
 * One act, asked for in words: title, what will and will not happen, reasons, and the verb again.
 * Texts come from `acts.{noun}.{verb}`: `name`, `title`, `says`, `done`.
 */
export function ActDialog({ noun, verb, record, name, schema, along, versioned = true, ...rest }: Props) {
  const { toBody = filledIn, toFields, draft, onDraft, onClose, onDone } = rest
  const t = useTranslate()
  const notify = useNotify()
  const { act, refresh } = useAct({ noun, verb, id: record.id })
  // What was seen at opening is what is acted on: a record that changes underneath is a conflict, not a surprise.
  const [opening] = useState(() => ({
    key: newKey(),
    // A form is filled anew, and its refusals forgotten, when what it opened with changes.
    draft,
    fixed: { ...along, ...(versioned ? { version: record.version } : {}) },
  }))
  const bodyOf = (values: FieldValues) => withStatement(values, { ...toBody(values), ...opening.fixed })
  const sending = useSending(async (values) => {
    const answer = await act(bodyOf(values), opening.key)
    onDraft({})
    onClose()
    notify(`acts.${noun}.${verb}.done`, { type: 'success', messageArgs: { name } })
    onDone?.(answer)
  }, toFields)

  const remedies: Remedies = {
    VERSION_CONFLICT: { label: t('acts.look_again'), onClick: () => void refresh() },
    ...rest.remedies,
  }
  const code = problemOf(sending.failure)?.code

  return (
    <FormDialog
      title={t(`acts.${noun}.${verb}.title`, { name })}
      says={t(rest.says ?? `acts.${noun}.${verb}.says`)}
      confirm={t(`acts.${noun}.${verb}.name`)}
      dismiss={rest.dismiss}
      irreversible={rest.irreversible}
      defaults={opening.draft}
      check={(values) => {
        const errors = formErrors(schema, bodyOf(values))
        return toFields?.(errors) ?? errors
      }}
      sending={sending}
      remedy={code && remedies[code]}
      onDraft={onDraft}
      onClose={onClose}
    >
      {rest.children}
    </FormDialog>
  )
}
