import { Box, Skeleton, Stack, Typography } from '@mui/material'
import { useGetManyReference, useTranslate } from 'react-admin'
import type { Address } from '../../contract/addresses.ts'
import type { RevealedCustomer } from '../../contract/customers.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { AddressLines } from '../fields/AddressLines.tsx'
import { CardSection } from '../fields/CardSection.tsx'

type Props = { customerId: string; revealed: RevealedCustomer | null }

export function AddressesCard({ customerId, revealed }: Props) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = useGetManyReference<Address>('addresses', {
    target: 'customerId',
    id: customerId,
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'createdAt', order: 'ASC' },
    filter: {},
  })
  const addresses = revealed?.addresses ?? data ?? []
  return (
    <CardSection title={t('resources.customers.addresses')}>
      {isPending && <Skeleton variant="rounded" height={72} />}
      {error && !data && <ErrorState error={error} onRetry={() => refetch()} />}
      {data && addresses.length === 0 && (
        <Typography color="textSecondary">{t('resources.customers.no_addresses')}</Typography>
      )}
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
        {addresses.map((address) => (
          <Stack key={address.id} spacing={0.5}>
            <Typography variant="subtitle2" component="h3" color="textSecondary">
              {t(`resources.addresses.kinds.${address.kind}`)}
              {address.status === 'retired' && ` · ${t('resources.addresses.retired')}`}
            </Typography>
            <AddressLines address={address} />
            {address.defaultFor.map((use) => (
              <Typography key={use} variant="caption" color="textSecondary">
                {t(`resources.addresses.default_for.${use}`)}
              </Typography>
            ))}
          </Stack>
        ))}
      </Box>
    </CardSection>
  )
}
