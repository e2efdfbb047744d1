import { ApproveDisclosure } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { NoteInput } from '../../acts/NoteInput.tsx'
import type { Emphasis } from './emphasis.ts'
import { ScopeActButton } from './ScopeActButton.tsx'

export const ApproveButton = (props: { disclosure: Disclosure } & Emphasis) => (
  <ScopeActButton {...props} verb="approve" schema={ApproveDisclosure}>
    <NoteInput source="text" minRows={2} />
  </ScopeActButton>
)
