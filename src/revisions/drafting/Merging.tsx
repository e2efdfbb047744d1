import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import { type DraftWords, wordsOf } from '../draftWords.ts'
import type { Draft } from '../useDraft.ts'
import type { KeptWords } from './keptWords.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { rebased, type ThreeWords } from './mergeWords.ts'
import { revisionNames, type SideNames } from './sideNames.ts'

/** Whose words meet mine: a colleague's, a revision's that was posted meanwhile, or my own from another page. */
export type Meeting =
  | { with: 'colleague'; theirs: Revision; by: string | null }
  | { with: 'revision'; base: Pick<Revision, 'body' | 'number'> | null; latest: Revision }
  | { with: 'kept'; kept: KeptWords; onTaken: () => void }

type Say = (key: string, values?: object) => string

type Props = { draft: Draft; meeting: Meeting; language: string; onClose: () => void }

/** The dialog for each of them. What is decided stays in the draft, whatever becomes of the dialog. */
export function Merging({ draft, meeting, language, onClose }: Props) {
  const t = useTranslate()
  // As they are when the dialog opens: nobody types in the text while it is open.
  const [words] = useState(() => threeWords(draft, meeting))
  const say = (key: string, values = {}) => t(`resources.revisions.merge.${key}`, values)

  function settle(settled: DraftWords) {
    draft.decide({})
    if (meeting.with === 'colleague') draft.put(meeting.theirs, settled)
    else draft.write(settled)
    if (meeting.with === 'kept') meeting.onTaken()
    onClose()
    void draft.save('hand')
  }

  return (
    <MergeDialog
      title={say(`${meeting.with}.title`, { number: numberOf(meeting) })}
      says={say(`${meeting.with}.says`, { number: numberOf(meeting) })}
      names={namesOf(meeting, say)}
      words={words}
      language={language}
      decisions={draft.decisions.current}
      onDecide={draft.decide}
      onSettled={settle}
      onClose={onClose}
    />
  )
}

const numberOf = (meeting: Meeting) => (meeting.with === 'revision' ? (meeting.latest.number ?? 0) : 0)

function namesOf(meeting: Meeting, say: Say): SideNames {
  const mine = say('names.mine')
  if (meeting.with === 'colleague') {
    return { began: say('names.before'), theirs: meeting.by ?? say('names.saved'), mine }
  }
  if (meeting.with === 'kept') {
    return { began: say('names.before'), theirs: say('names.now'), mine: say('names.kept') }
  }
  return revisionNames(meeting, say)
}

function threeWords({ began, typed }: Draft, meeting: Meeting): ThreeWords {
  const mine = typed.current
  if (meeting.with === 'colleague') return { began: began.current, theirs: wordsOf(meeting.theirs), mine }
  if (meeting.with === 'kept') return { began: meeting.kept.began, theirs: mine, mine: meeting.kept.words }
  return rebased(mine, meeting.base, meeting.latest)
}
