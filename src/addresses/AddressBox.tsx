import { Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Address } from '../../contract/addresses.ts'
import { AddressLines } from '../fields/AddressLines.tsx'
import { MaskedText } from '../fields/MaskedText.tsx'
import { AddressSources } from './AddressSources.tsx'
import { CorrectAddressButton } from './CorrectAddressButton.tsx'
import { RetireAddressButton } from './RetireAddressButton.tsx'
import { shortly } from './shortly.ts'

type Props = {
  address: Address
  /** The same address in clear, while it is revealed. */
  revealed: Address | null
  others: readonly Address[]
  /** True where the customer can still be written to. */
  isOpen: boolean
}

/** One address: what it is for, where it is, and what can be done to it. */
export function AddressBox({ address, revealed, others, isOpen }: Props) {
  const t = useTranslate()
  const shown = revealed ?? address
  const words = [
    t(`resources.addresses.kinds.${address.kind}`),
    ...(address.defaultFor.length === 2 ? (['both'] as const) : address.defaultFor).map((use) =>
      t(`resources.addresses.default_for.${use}`),
    ),
    ...(address.status === 'retired' ? [t('resources.addresses.statuses.retired')] : []),
  ]
  return (
    <Stack role="group" aria-label={shortly(address)} spacing={0.5} useFlexGap>
      <Typography variant="subtitle2" component="h3" color="textSecondary">
        {words.join(' · ')}
      </Typography>
      <AddressLines address={shown} />
      {shown.phone && (
        <Box className="tabular">
          {shown.phone.includes('•') ? <MaskedText value={shown.phone} /> : <bdi>{shown.phone}</bdi>}
        </Box>
      )}
      <Stack direction="row" sx={acts}>
        {isOpen && address.status === 'live' && (
          <>
            <CorrectAddressButton address={address} />
            <RetireAddressButton address={address} others={others} />
          </>
        )}
        <AddressSources address={address} />
      </Stack>
    </Stack>
  )
}

const acts = {
  ml: -2,
  flexWrap: 'wrap',
  displayPrint: 'none',
  '& .MuiButton-root': { minHeight: { xs: 44, sm: 28 }, minWidth: 0, px: 2, py: 0, fontSize: 13 },
} as const
