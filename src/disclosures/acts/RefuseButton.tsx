import { RefuseDisclosure } from '../../../contract/disclosureActs.ts'
import { refusalGrounds } from '../../../contract/disclosureChoices.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { ReasonInput } from '../../acts/ReasonInput.tsx'
import type { Emphasis } from './emphasis.ts'
import { ScopeActButton } from './ScopeActButton.tsx'

export const RefuseButton = (props: { disclosure: Disclosure } & Emphasis) => (
  <ScopeActButton {...props} verb="refuse" schema={RefuseDisclosure} irreversible>
    <ReasonInput
      source="refusalGround"
      label="acts.disclosures.refuse.ground"
      choices={refusalGrounds}
      catalogue="refusalGround"
    />
    <NoteInput source="text" minRows={2} />
  </ScopeActButton>
)
