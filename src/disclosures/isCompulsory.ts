import { type LegalProcess, legalProcesses } from '../../contract/legalProcesses.ts'

type Asked = { kind: string; legalProcess: LegalProcess | null | undefined }

/** Whether the law compels an answer; a process not yet named is taken for one, which is the common case. */
export function isCompulsory({ kind, legalProcess }: Asked): boolean {
  if (!legalProcess) return kind !== 'emergency_disclosure'
  return legalProcesses[legalProcess].compulsory
}
