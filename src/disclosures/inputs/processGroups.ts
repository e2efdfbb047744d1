import { type LegalProcess, legalProcessNames } from '../../../contract/legalProcesses.ts'

type ProcessGroup = 'subpoenas' | 'orders' | 'across_borders' | 'not_compulsory'

const groupOf: Record<LegalProcess, ProcessGroup> = {
  grand_jury_subpoena: 'subpoenas',
  trial_subpoena: 'subpoenas',
  administrative_subpoena: 'subpoenas',
  civil_subpoena: 'subpoenas',
  search_warrant: 'orders',
  court_order_2703d: 'orders',
  other_court_order: 'orders',
  national_production_order: 'orders',
  dsa_art10_order: 'orders',
  regulator_order: 'orders',
  national_security_letter: 'orders',
  pen_register: 'orders',
  wiretap: 'orders',
  epoc: 'across_borders',
  epoc_pr: 'across_borders',
  mlat: 'across_borders',
  mlat_or_cross_border: 'across_borders',
  letter_rogatory: 'across_borders',
  informal_inquiry: 'not_compulsory',
  customer_consent: 'not_compulsory',
  preservation_letter: 'not_compulsory',
  emergency_voluntary: 'not_compulsory',
}
const order: readonly ProcessGroup[] = ['subpoenas', 'orders', 'across_borders', 'not_compulsory']

/** The legal processes as the form offers them, those of a kind together. */
export const groupedProcesses: { process: LegalProcess; group: ProcessGroup }[] = order.flatMap((group) =>
  legalProcessNames.filter((process) => groupOf[process] === group).map((process) => ({ process, group })),
)
