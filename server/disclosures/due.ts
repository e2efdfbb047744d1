import { type LegalProcess, legalProcesses } from '../../contract/legalProcesses.ts'
import type { DisclosureRecord } from './situation.ts'

const hour = 60 * 60_000
const emergencyHours = 8

type Dated = Pick<DisclosureRecord, 'kind' | 'legalProcess' | 'receivedAt' | 'dueAt' | 'dueReason'>

/** When the answer is due unless somebody says otherwise: emergency 8 hours, EPOC 10 days, others 14 days after receipt. */
export function defaultDue(kind: DisclosureRecord['kind'], process: LegalProcess, receivedAt: Date): Date {
  const hours = kind === 'emergency_disclosure' ? emergencyHours : legalProcesses[process].dueHours
  return new Date(receivedAt.getTime() + hours * hour)
}

/** The due instant of a request to be logged: what was typed with a reason, else the default; null while that is unknown. */
export function dueAt({ kind, legalProcess, receivedAt, dueAt: typed }: Dated): Date | null {
  if (typed) return typed
  return legalProcess && receivedAt ? defaultDue(kind, legalProcess, receivedAt) : null
}

/** A due instant of one's own needs a reason. */
export function dueFault({ kind, legalProcess, receivedAt, dueAt: typed, dueReason }: Dated): string | null {
  if (!typed || (dueReason ?? '') !== '') return null
  if (legalProcess && receivedAt && typed.getTime() === defaultDue(kind, legalProcess, receivedAt).getTime())
    return null
  return 'Say why the answer is due at another time than usual.'
}
