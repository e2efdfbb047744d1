import { usualDue } from '../../contract/legalProcesses.ts'
import type { DisclosureRecord } from './situation.ts'

type Dated = Pick<DisclosureRecord, 'kind' | 'legalProcess' | 'receivedAt' | 'dueAt' | 'dueReason'>

/** The due instant of a request to be logged: what was typed with a reason, else the usual one; null while that is unknown. */
export function dueAt({ kind, legalProcess, receivedAt, dueAt: typed }: Dated): Date | null {
  if (typed) return typed
  return legalProcess && receivedAt ? usualDue(kind, legalProcess, receivedAt) : null
}

/** A due instant of one's own needs a reason. */
export function dueFault({ kind, legalProcess, receivedAt, dueAt: typed, dueReason }: Dated): string | null {
  if (!typed || (dueReason ?? '') !== '') return null
  if (legalProcess && receivedAt && typed.getTime() === usualDue(kind, legalProcess, receivedAt).getTime())
    return null
  return 'Say why the answer is due at another time than usual.'
}
