import { type LegalProcess, usualDue } from '../../contract/legalProcesses.ts'

type Dated = { kind: string; legalProcess: LegalProcess | null; receivedAt: string | null }

/** The due instant that logging will set, or null while that is unknown. */
export function promisedDue({ kind, legalProcess, receivedAt }: Dated): Date | null {
  // An emergency without a process is answered of one's own accord until another is named.
  const process = legalProcess ?? (kind === 'emergency_disclosure' ? 'emergency_voluntary' : null)
  return process && receivedAt ? usualDue(kind, process, new Date(receivedAt)) : null
}
