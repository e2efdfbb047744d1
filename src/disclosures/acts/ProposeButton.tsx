import { Button } from '@mui/material'
import { useCallback, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { ProposeDisclosure, type SubjectDecision } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActDialog } from '../../acts/ActDialog.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { useMay } from '../../session/useMay.ts'
import { type Decisions, proposal } from '../decisions.ts'
import { useRequestName } from '../useRequestName.ts'
import { DecisionsInput } from './DecisionsInput.tsx'
import type { Emphasis } from './emphasis.ts'

type Props = Emphasis & {
  disclosure: Disclosure
  /** What was chosen on the page; the dialog opens with it, and keeps it when it is closed again. */
  decisions: Decisions
  onDecisions: (decisions: Decisions) => void
}

/** Sends everybody's decision for approval: opened and confirmed, it proposes to answer about all of them. */
export function ProposeButton({ disclosure, decisions, onDecisions, variant = 'outlined' }: Props) {
  const t = useTranslate()
  const may = useMay()
  const nameOf = useRequestName()
  const [draft, setDraft] = useState<FieldValues | null>(null)
  const [text, setText] = useState('')
  const keep = useCallback(
    (values: FieldValues) => {
      const chosen: SubjectDecision[] = values.decisions ?? []
      onDecisions(Object.fromEntries(chosen.map((decision) => [decision.subjectId, decision])))
      setText(values.text ?? '')
    },
    [onDecisions],
  )
  if (!may('disclosures', 'propose')) return null
  return (
    <>
      <Button
        variant={variant}
        onClick={() => setDraft({ decisions: proposal(disclosure, decisions), text })}
      >
        {t('acts.disclosures.propose.name')}
      </Button>
      {draft && (
        <ActDialog
          noun="disclosures"
          verb="propose"
          record={disclosure}
          name={nameOf(disclosure)}
          schema={ProposeDisclosure}
          draft={draft}
          onDraft={keep}
          onClose={() => setDraft(null)}
        >
          <DecisionsInput disclosure={disclosure} />
          <NoteInput source="text" minRows={2} />
        </ActDialog>
      )}
    </>
  )
}
