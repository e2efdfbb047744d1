import { Box } from '@mui/material'
import type { AddressSnapshot } from '../../contract/addresses.ts'
import { MaskedText } from './MaskedText.tsx'
import { sayCountry } from './sayCountry.ts'

/** An address as it stands on an envelope. */
export function AddressLines({ address }: { address: AddressSnapshot }) {
  const { recipient, line1, line2, postalCode, city, region, country } = address
  const place = [postalCode, city].filter(Boolean).join(' ')
  const lines = {
    recipient,
    line1,
    line2,
    place: [place, region].filter(Boolean).join(', '),
    country: sayCountry(country),
  }
  return (
    <Box component="address" sx={{ fontStyle: 'normal', overflowWrap: 'anywhere' }}>
      {Object.entries(lines)
        .filter(([, line]) => line)
        .map(([name, line]) => (
          <Box key={name}>{line?.includes('•') ? <MaskedText value={line} /> : <bdi>{line}</bdi>}</Box>
        ))}
    </Box>
  )
}
