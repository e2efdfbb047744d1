import type { Address } from '../../contract/addresses.ts'

/** An address in a few words, as the server masked it. */
export const shortly = ({ line1, city, country }: Pick<Address, 'line1' | 'city' | 'country'>): string =>
  [line1, city, country].filter(Boolean).join(', ')
