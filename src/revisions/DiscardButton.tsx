import { DiscardRevision, type Revision } from '../../contract/revisions.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'

export const DiscardButton = ({ revision, name }: { revision: Revision; name: string }) => (
  <ActButton
    noun="revisions"
    verb="discard"
    record={revision}
    name={name}
    schema={DiscardRevision}
    irreversible
  >
    <NoteInput source="reason" label="acts.revisions.discard.reason" />
  </ActButton>
)
