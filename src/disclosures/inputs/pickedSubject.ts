import type { CustomerRow } from '../../../contract/customers.ts'
import type { SubjectValue } from '../formValues.ts'

/**
 * A customer as a person of a request, with the address that the agency gave. One who only once had that address is
 * probably not, or no longer, whom the agency means; whoever reviews it decides.
 */
export function pickedSubject(
  { id, reference, name, foundBy }: CustomerRow,
  identifier: string | null,
): Omit<SubjectValue, 'id'> {
  const matchConfidence = foundBy === 'former_email' ? 'probable' : 'exact'
  return { customerId: id, customer: { reference, name }, identifier, matchConfidence }
}
