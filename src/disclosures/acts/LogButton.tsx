import { LogDisclosure } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { useMe } from '../../session/useMe.ts'
import { AssigneeInput } from '../AssigneeInput.tsx'
import { CheckInput } from '../inputs/CheckInput.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'

/** A draft whose due instant has passed is logged late, knowingly. */
export function LogButton({ disclosure, variant = 'outlined' }: { disclosure: Disclosure } & Emphasis) {
  const me = useMe()
  const nameOf = useRequestName()
  const { dueAt } = disclosure
  const isLate = dueAt !== null && new Date(dueAt) < new Date()
  if (!me) return null
  return (
    <ActButton
      noun="disclosures"
      verb="log"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={LogDisclosure}
      defaults={{ assignTo: me.id }}
      variant={variant}
    >
      <AssigneeInput />
      {isLate && <CheckInput source="acknowledgeOverdue" />}
    </ActButton>
  )
}
