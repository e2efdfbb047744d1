import { Alert } from '@mui/material'
import { useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { useFailureText } from '../../errors/useFailureText.ts'
import { whole } from '../../layout/RecordPage.tsx'
import { useMe } from '../../session/useMe.ts'
import { BaseOutdated } from '../BaseOutdated.tsx'
import { type DraftWords, wordsOf } from '../draftWords.ts'
import { useKeepFresh } from '../useKeepFresh.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { rebased } from './mergeWords.ts'
import { revisionNames } from './sideNames.ts'
import { useKeptDecisions } from './useKeptDecisions.ts'
import { useMeetRevision } from './useMeetRevision.ts'

type Props = { draft: Revision; language: string; onMerged: (draft: Revision) => void }

/** On the comparison, where nobody types in the text: three texts become one, and the draft starts from the newest. */
export function BringInRevision(props: Props) {
  const me = useMe()
  return me && <Outdated key={props.draft.id} {...props} userId={me.id} />
}

function Outdated({ draft, language, onMerged, userId }: Props & { userId: string }) {
  const t = useTranslate()
  const notify = useNotify()
  const failureText = useFailureText()
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const { decisions, decide, settle } = useKeptDecisions(draft, userId)
  const [met, setMet] = useState<{ base: Revision | null; latest: Revision } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const meet = useMeetRevision(
    draft.id,
    () => draft.baseRevisionId,
    (base, latest) => setMet({ base, latest }),
  )
  const say = (key: string, values = {}) => t(`resources.revisions.merge.${key}`, values)

  async function save(words: DraftWords) {
    setMet(null)
    setFailure(null)
    try {
      const { data } = await provider.update<Revision>('revisions', {
        id: draft.id,
        data: words,
        previousData: draft,
        meta: whole,
      })
      settle()
      keepFresh(data)
      onMerged(data)
      notify('resources.revisions.merge.rebased', {
        type: 'success',
        messageArgs: { number: data.baseNumber },
      })
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <>
      {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
      <BaseOutdated latest={draft.latest} baseId={draft.baseRevisionId} onMerge={() => void meet()} />
      {met && (
        <MergeDialog
          title={say('revision.title', { number: met.latest.number })}
          says={say('revision.says', { number: met.latest.number })}
          names={revisionNames(met, say)}
          words={rebased(wordsOf(draft), met.base, met.latest)}
          language={language}
          decisions={decisions}
          onDecide={decide}
          onSettled={(words) => void save(words)}
          onClose={() => setMet(null)}
        />
      )}
    </>
  )
}
