import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import { useReference, useTranslate } from 'react-admin'
import type { AddressSnapshot } from '../../contract/addresses.ts'
import type { Customer, RevealedCustomer } from '../../contract/customers.ts'
import type { Purchase } from '../../contract/purchases.ts'
import { RevealButton } from '../customers/RevealButton.tsx'
import { RevealedFor } from '../customers/RevealedFor.tsx'
import { AddressLines } from '../fields/AddressLines.tsx'
import { CardSection } from '../fields/CardSection.tsx'

/** Where the order went, as the addresses were when it was placed: masked until somebody says why they need them. */
export function SnapshotsCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const [revealed, setRevealed] = useState<RevealedCustomer | null>(null)
  const { id, customerId } = purchase
  const { referenceRecord: customer } = useReference<Customer>({ reference: 'customers', id: customerId })
  const { billingSnapshot, shippingSnapshot } = revealed?.purchase ?? purchase
  const isThere = billingSnapshot !== null || shippingSnapshot !== null
  return (
    <CardSection
      title={t('resources.purchases.addresses')}
      actions={
        revealed ? (
          <RevealedFor until={revealed.until} onOver={() => setRevealed(null)} />
        ) : isThere && customer && customer.status !== 'erased' ? (
          <RevealButton customer={customer} purchaseId={id} onRevealed={setRevealed} />
        ) : null
      }
    >
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
        <Snapshot label={t('resources.purchases.billing')} snapshot={billingSnapshot} />
        <Snapshot label={t('resources.purchases.shippingAddress')} snapshot={shippingSnapshot} />
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
