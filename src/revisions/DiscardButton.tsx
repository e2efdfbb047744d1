import { DiscardDraft } from '../../contract/discardDraft.ts'
import type { Revision } from '../../contract/revisions.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { NoteInput } from '../acts/NoteInput.tsx'

type Props = { revision: Revision; name: string; onDone: () => void }

export const DiscardButton = ({ revision, name, onDone }: Props) => (
  <ActButton
    noun="revisions"
    verb="discard"
    record={revision}
    name={name}
    schema={DiscardDraft}
    irreversible
    onDone={onDone}
  >
    <NoteInput source="reason" label="acts.revisions.discard.reason" />
  </ActButton>
)
