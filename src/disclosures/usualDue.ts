import type { DisclosureState } from '../../contract/disclosureChoices.ts'
import { type LegalProcess, legalProcesses } from '../../contract/legalProcesses.ts'

const hour = 60 * 60_000

type Dated = { kind: string; legalProcess: LegalProcess | null; receivedAt: string | null }

/** When the answer is due unless somebody says otherwise, or null while that is unknown. */
export function usualDue({ kind, legalProcess, receivedAt }: Dated): Date | null {
  // An emergency is due as soon as an answer given of one's own accord in one.
  const process = kind === 'emergency_disclosure' ? 'emergency_voluntary' : legalProcess
  if (!process || !receivedAt) return null
  return new Date(new Date(receivedAt).getTime() + legalProcesses[process].dueHours * hour)
}

const open: readonly DisclosureState[] = ['draft', 'logged', 'in_review', 'awaiting_approval']
export const isOpen = (state: DisclosureState) => open.includes(state)
