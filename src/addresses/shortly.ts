import type { Address } from '../../contract/addresses.ts'
import { sayCountry } from '../fields/sayCountry.ts'

/** An address in a few words, as the server masked it. */
export const shortly = ({ line1, city, country }: Pick<Address, 'line1' | 'city' | 'country'>): string =>
  [line1, city, sayCountry(country)].filter(Boolean).join(', ')
