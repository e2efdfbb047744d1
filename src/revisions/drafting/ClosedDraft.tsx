import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Navigate } from 'react-router-dom'
import type { Policy } from '../../../contract/policies.ts'
import type { Revision } from '../../../contract/revisions.ts'
import { StateChip } from '../../fields/StateChip.tsx'
import { PageHeader } from '../../layout/PageHeader.tsx'
import { stateOf } from '../stateOf.ts'
import { useRevisionName } from '../useRevisionName.ts'
import { useStartDraft } from '../useStartDraft.ts'
import { KeptWordsOffer } from './KeptWordsOffer.tsx'
import { type Found, forgetWords, foundWords } from './keptWords.ts'

type Props = { revision: Revision; policy: Policy; userId: string }

/** Published or discarded: to be read. What somebody typed in it and never saved is offered first. */
export function ClosedDraft({ revision, policy, userId }: Props) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  const startDraft = useStartDraft(policy.id)
  const [left, setLeft] = useState(() => foundWords(userId, revision.id))
  const reading = `/revisions/${revision.id}/show`
  if (left.length === 0) return <Navigate to={reading} replace />

  function done({ place }: Found) {
    forgetWords(place)
    setLeft((all) => all.filter((each) => each.place !== place))
  }

  return (
    <>
      <PageHeader
        title={t('resources.revisions.drafting.closed', { policy: policy.title })}
        parent={{ to: reading, label: nameOf(revision) }}
        beside={<StateChip kind="revision" state={stateOf(revision)} />}
      />
      <KeptWordsOffer
        left={left}
        now={() => revision.body}
        language={policy.language}
        takeLabel={t('resources.revisions.conflict.start')}
        onTake={(found) =>
          void startDraft({ body: found.kept.words.body, onMade: () => forgetWords(found.place) })
        }
        onDrop={done}
      />
    </>
  )
}
