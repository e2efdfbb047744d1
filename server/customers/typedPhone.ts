import { readPhone } from '../imports/phones.ts'

/**
 * A number that staff typed, as E.164 with the typed text beside it; what cannot be read is kept as it was typed,
 * which marks it (domain.md 2.2).
 */
export function typedPhone(typed: string | null, country: string | null) {
  if (typed === null) return { phone: null, phoneTyped: null }
  return { phone: readPhone(typed, country).phone, phoneTyped: typed }
}
