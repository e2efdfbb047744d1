import { Alert } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Attendance, Revision } from '../../../contract/revisions.ts'
import { BaseOutdated } from '../BaseOutdated.tsx'
import { SaveFailure } from '../SaveFailure.tsx'
import type { Draft } from '../useDraft.ts'
import { BroughtIn } from './BroughtIn.tsx'
import { KeptWordsOffer } from './KeptWordsOffer.tsx'
import type { Found } from './keptWords.ts'
import { type Meeting, Merging } from './Merging.tsx'
import { conflictsOf, mergedWords, mergeWords } from './mergeWords.ts'
import { PresenceLine } from './PresenceLine.tsx'
import { useLeftWords } from './useLeftWords.ts'
import { useMeetRevision } from './useMeetRevision.ts'

type Props = {
  draft: Draft
  latest: Revision['latest']
  userId: string
  desk: string
  others: Attendance['others']
  isKept: boolean
  language: string
}

/** What whoever writes has to know or to decide, above the text. */
export function Notices({ draft, latest, userId, desk, others, isKept, language }: Props) {
  const t = useTranslate()
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const { left, done } = useLeftWords(draft, userId, desk)
  const { id } = draft.opened
  const meetRevision = useMeetRevision(
    id,
    () => draft.typed.current.baseRevisionId,
    (base, newer) => setMeeting({ with: 'revision', base, latest: newer }),
  )
  const { opened, typed, clash, isDirty } = draft

  function take(found: Found) {
    const { kept } = found
    const merged = mergeWords({ began: kept.began, theirs: typed.current, mine: kept.words })
    if (conflictsOf(merged).length > 0) {
      setMeeting({ with: 'kept', kept, onTaken: () => done(found) })
      return
    }
    draft.write(mergedWords(merged))
    done(found)
  }

  return (
    <>
      <PresenceLine others={others} />
      {isDirty && !isKept && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {t('resources.revisions.drafting.no_room')}
        </Alert>
      )}
      <KeptWordsOffer
        left={left}
        now={() => typed.current.body}
        language={language}
        takeLabel={t('resources.revisions.drafting.take')}
        onTake={take}
        onDrop={done}
      />
      <BroughtIn by={draft.broughtIn} count={draft.edition.count} />
      <SaveFailure draft={draft} onMerge={() => clash && setMeeting({ with: 'colleague', ...clash })} />
      <BaseOutdated
        latest={opened.latest ?? latest}
        baseId={typed.current.baseRevisionId}
        onMerge={() => void meetRevision()}
      />
      {meeting && (
        <Merging draft={draft} meeting={meeting} language={language} onClose={() => setMeeting(null)} />
      )}
    </>
  )
}
