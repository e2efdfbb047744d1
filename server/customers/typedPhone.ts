import { readPhone } from '../readPhone.ts'

/**
 * A number that staff typed, as E.164 with the typed text beside it; one that cannot be read is kept as it was typed
 * alone, and the customer's page says so.
 */
export function typedPhone(typed: string | null, country: string | null) {
  if (typed === null) return { phone: null, phoneTyped: null }
  return { phone: readPhone(typed, country).phone, phoneTyped: typed }
}
