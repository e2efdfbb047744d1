import { useTranslate } from 'react-admin'
import { type Deviation, EditDeviation, EndDeviation, PostDeviation } from '../../contract/deviations.ts'
import { DiscardDraft } from '../../contract/discardDraft.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'
import { DeviationInputs } from './DeviationInputs.tsx'
import { DeviationWords } from './DeviationWords.tsx'
import { deviationBody, deviationForm } from './deviationBody.ts'

type Props = { deviation: Deviation; language: string }

/** What can be done to a deviation where it stands; each not there for a role that may not do it. */
export function DeviationActs({ deviation, language }: Props) {
  const t = useTranslate()
  const { standing, kind } = deviation
  const named = {
    noun: 'deviations',
    record: deviation,
    name: t(`resources.deviations.named.${kind}`),
  } as const
  if (standing === 'draft') {
    return (
      <>
        <ActButton {...named} verb="post" schema={PostDeviation} irreversible variant="contained">
          <DeviationWords deviation={deviation} language={language} />
        </ActButton>
        <ActButton
          // A form opens with what is saved now.
          key={deviation.version}
          {...named}
          verb="edit"
          schema={EditDeviation}
          defaults={deviationForm(deviation)}
          toBody={deviationBody}
        >
          <DeviationInputs language={language} />
        </ActButton>
        <ActButton {...named} verb="discard" schema={DiscardDraft} irreversible>
          <NoteInput source="reason" label="acts.deviations.discard.reason" />
        </ActButton>
      </>
    )
  }
  const isOpen = standing === 'running' || standing === 'coming'
  if (!isOpen || kind === 'deferred_effect') return null
  return (
    <ActButton {...named} verb="end" schema={EndDeviation} irreversible>
      <NoteInput source="note" label="acts.deviations.end.note" help="acts.deviations.end.help" />
    </ActButton>
  )
}
