import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { AddressSnapshot } from '../../contract/addresses.ts'
import type { Purchase } from '../../contract/purchases.ts'
import { AddressLines } from '../fields/AddressLines.tsx'
import { CardSection } from '../fields/CardSection.tsx'

export function SnapshotsCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  return (
    <CardSection title={t('resources.purchases.addresses')}>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
        <Snapshot label={t('resources.purchases.billing')} snapshot={purchase.billingSnapshot} />
        <Snapshot label={t('resources.purchases.shippingAddress')} snapshot={purchase.shippingSnapshot} />
      </Box>
    </CardSection>
  )
}

function Snapshot({ label, snapshot }: { label: string; snapshot: AddressSnapshot | null }) {
  const t = useTranslate()
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" color="textSecondary">
        {label}
      </Typography>
      {snapshot ? (
        <AddressLines address={snapshot} />
      ) : (
        <Typography color="textSecondary">{t('resources.purchases.no_address')}</Typography>
      )}
    </Box>
  )
}
