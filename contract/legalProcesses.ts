const hour = 60 * 60_000

/**
 * The legal processes: whether one compels an answer, and the hours from receipt until it is due
 * (emergency 8 hours, EPOC 10 days, others 14 days).
 */
export const legalProcesses = {
  grand_jury_subpoena: { compulsory: true, dueHours: 336 },
  trial_subpoena: { compulsory: true, dueHours: 336 },
  administrative_subpoena: { compulsory: true, dueHours: 336 },
  court_order_2703d: { compulsory: true, dueHours: 336 },
  other_court_order: { compulsory: true, dueHours: 336 },
  search_warrant: { compulsory: true, dueHours: 336 },
  pen_register: { compulsory: true, dueHours: 336 },
  wiretap: { compulsory: true, dueHours: 336 },
  national_security_letter: { compulsory: true, dueHours: 336 },
  civil_subpoena: { compulsory: true, dueHours: 336 },
  mlat: { compulsory: true, dueHours: 336 },
  mlat_or_cross_border: { compulsory: true, dueHours: 336 },
  letter_rogatory: { compulsory: true, dueHours: 336 },
  epoc: { compulsory: true, dueHours: 240 },
  epoc_pr: { compulsory: true, dueHours: 240 },
  national_production_order: { compulsory: true, dueHours: 336 },
  dsa_art10_order: { compulsory: true, dueHours: 336 },
  regulator_order: { compulsory: true, dueHours: 336 },
  preservation_letter: { compulsory: false, dueHours: 336 },
  customer_consent: { compulsory: false, dueHours: 336 },
  emergency_voluntary: { compulsory: false, dueHours: 8 },
  informal_inquiry: { compulsory: false, dueHours: 336 },
} as const satisfies Record<string, { compulsory: boolean; dueHours: number }>
export type LegalProcess = keyof typeof legalProcesses
/** When the answer is due unless somebody says otherwise: in an emergency as soon as one given of one's own accord. */
export function usualDue(kind: string, process: LegalProcess, receivedAt: Date): Date {
  const { dueHours } = legalProcesses[kind === 'emergency_disclosure' ? 'emergency_voluntary' : process]
  return new Date(receivedAt.getTime() + dueHours * hour)
}
export const legalProcessNames: readonly LegalProcess[] = Object.keys(legalProcesses).filter(
  (name): name is LegalProcess => name in legalProcesses,
)
