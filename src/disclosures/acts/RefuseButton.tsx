import { RefuseDisclosure } from '../../../contract/disclosureActs.ts'
import { refusalGrounds } from '../../../contract/disclosureChoices.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { ReasonInput } from '../../acts/ReasonInput.tsx'
import { ScopeList } from '../cards/ScopeList.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'
import { useScopeRemedies } from './useScopeRemedies.ts'

export function RefuseButton({ disclosure, variant = 'outlined' }: { disclosure: Disclosure } & Emphasis) {
  const nameOf = useRequestName()
  const remedies = useScopeRemedies()
  return (
    <ActButton
      noun="disclosures"
      verb="refuse"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={RefuseDisclosure}
      along={{ scopeHash: disclosure.scopeHash }}
      remedies={remedies}
      variant={variant}
      irreversible
    >
      <ScopeList disclosure={disclosure} />
      <ReasonInput
        source="refusalGround"
        label="acts.disclosures.refuse.ground"
        choices={refusalGrounds}
        catalogue="refusalGround"
      />
      <NoteInput source="text" minRows={2} />
    </ActButton>
  )
}
