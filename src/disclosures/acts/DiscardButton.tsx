import { DiscardDraft } from '../../../contract/discardDraft.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'

export function DiscardButton({ disclosure, variant = 'text' }: { disclosure: Disclosure } & Emphasis) {
  const nameOf = useRequestName()
  return (
    <ActButton
      noun="disclosures"
      verb="discard"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={DiscardDraft}
      variant={variant}
      irreversible
    >
      <NoteInput source="reason" label="acts.reason" />
    </ActButton>
  )
}
