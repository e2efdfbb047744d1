import { type Masked, mask } from '../mask.ts'

const kinds: ReadonlyMap<string, Masked> = new Map([
  ['email', 'email'],
  ['phone', 'phone'],
  ['recipient', 'recipient'],
  ['line1', 'street'],
  ['line2', 'street'],
])

/** A value of the history as everybody sees it until the customer is revealed. */
export function maskedValue(field: string, value: string | null): string | null {
  const kind = kinds.get(field)
  return kind ? mask(kind, value) : value
}
