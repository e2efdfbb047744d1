import { AssignDisclosure } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { useMe } from '../../session/useMe.ts'
import { AssigneeInput } from '../AssigneeInput.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'

export function AssignButton({ disclosure, variant = 'outlined' }: { disclosure: Disclosure } & Emphasis) {
  const me = useMe()
  const nameOf = useRequestName()
  if (!me) return null
  return (
    <ActButton
      noun="disclosures"
      verb="assign"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={AssignDisclosure}
      defaults={{ assignTo: disclosure.assignedTo?.id ?? me.id }}
      variant={variant}
    >
      <AssigneeInput />
    </ActButton>
  )
}
