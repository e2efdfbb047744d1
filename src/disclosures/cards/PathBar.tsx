import { useTranslate } from 'react-admin'
import { type DisclosureState, openStates } from '../../../contract/disclosureChoices.ts'
import { Steps } from '../../fields/Steps.tsx'

/** The way of a request from end to end, and where it stands. */
export function PathBar({ state }: { state: DisclosureState }) {
  const t = useTranslate()
  const path = pathOf(state)
  const here = path.indexOf(state)
  const isOver = here === path.length - 1 && state !== 'draft'
  const isDropped = state === 'refused' || state === 'discarded'
  return (
    <Steps
      label={t('resources.disclosures.path.label')}
      steps={path.map((step) => ({
        id: step,
        word:
          step === 'approved' && state !== 'approved'
            ? t('resources.disclosures.path.decided')
            : t(`states.disclosure.${step}`),
      }))}
      here={here}
      end={isOver ? (isDropped ? 'dropped' : 'reached') : undefined}
    />
  )
}

/** What lies ahead is called by its usual end; what has ended, by how it did. */
function pathOf(state: DisclosureState): DisclosureState[] {
  if (state === 'discarded') return ['draft', 'discarded']
  const isAhead = openStates.includes(state)
  return [...openStates, isAhead ? 'approved' : state]
}
