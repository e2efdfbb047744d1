import { ReturnDisclosure } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'

export function ReturnButton({ disclosure, variant = 'outlined' }: { disclosure: Disclosure } & Emphasis) {
  const nameOf = useRequestName()
  return (
    <ActButton
      noun="disclosures"
      verb="return"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={ReturnDisclosure}
      variant={variant}
    >
      <NoteInput source="text" label="acts.disclosures.return.text" />
    </ActButton>
  )
}
