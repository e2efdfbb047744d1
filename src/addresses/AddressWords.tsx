import type { Address } from '../../contract/addresses.ts'
import { MaskedText } from '../fields/MaskedText.tsx'
import { sayCountry } from '../fields/sayCountry.ts'

/** An address in one line, to tell it from the others. */
export const AddressWords = ({ address: { line1, city, country } }: { address: Address }) => (
  <span>
    <MaskedText value={line1} /> <bdi>{[city, sayCountry(country)].filter(Boolean).join(', ')}</bdi>
  </span>
)
