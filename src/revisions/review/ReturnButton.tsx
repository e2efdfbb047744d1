import { ReturnRevision, type Revision } from '../../../contract/revisions.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'

type Props = { draft: Revision; name: string; onDone: () => void }

export const ReturnButton = ({ draft, name, onDone }: Props) => (
  <ActButton
    noun="revisions"
    verb="return"
    record={draft}
    name={name}
    schema={ReturnRevision}
    onDone={onDone}
  >
    <NoteInput source="comments" label="acts.revisions.return.comments" />
  </ActButton>
)
