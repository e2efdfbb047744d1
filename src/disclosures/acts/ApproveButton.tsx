import { ApproveDisclosure } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { ScopeList } from '../cards/ScopeList.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'
import { useScopeRemedies } from './useScopeRemedies.ts'

/** Shows exactly what is approved, and approves exactly that. */
export function ApproveButton({ disclosure, variant = 'outlined' }: { disclosure: Disclosure } & Emphasis) {
  const nameOf = useRequestName()
  const remedies = useScopeRemedies()
  return (
    <ActButton
      noun="disclosures"
      verb="approve"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={ApproveDisclosure}
      along={{ scopeHash: disclosure.scopeHash }}
      remedies={remedies}
      variant={variant}
    >
      <ScopeList disclosure={disclosure} />
      <NoteInput source="text" minRows={2} />
    </ActButton>
  )
}
