import { Box, Button, Skeleton, Stack, Typography } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { useGetManyReference, useTranslate } from 'react-admin'
import type { Address } from '../../contract/addresses.ts'
import type { CustomerRecord, RevealedCustomer } from '../../contract/customers.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { AddAddressButton } from './AddAddressButton.tsx'
import { AddressBox } from './AddressBox.tsx'
import { DefaultsButton } from './DefaultsButton.tsx'

const atOnce = 4

type Props = { customer: CustomerRecord; revealed: RevealedCustomer | null }

/** Where a customer is billed and sent things; what is out of use is folded away. */
export function AddressesCard({ customer, revealed }: Props) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = useGetManyReference<Address>('addresses', {
    target: 'customerId',
    id: customer.id,
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'createdAt', order: 'ASC' },
    filter: {},
  })
  const addresses = data ?? []
  const live = addresses.filter(({ status }) => status === 'live').toSorted(defaultsFirst)
  const retired = addresses.filter(({ status }) => status === 'retired')
  const isOpen = customer.status !== 'erased'

  const box = (address: Address) => (
    <AddressBox
      key={address.id}
      address={address}
      revealed={inClear(address, revealed)}
      others={live}
      isOpen={isOpen}
    />
  )
  return (
    <CardSection
      title={t('resources.customers.addresses')}
      actions={
        isOpen && (
          <Stack direction="row">
            <DefaultsButton customer={customer} addresses={live} />
            <AddAddressButton customer={customer} />
          </Stack>
        )
      }
    >
      {isPending && <Skeleton variant="rounded" sx={{ height: { xs: 146, sm: 72 } }} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && live.length === 0 && (
        <Typography color="textSecondary">{t('resources.customers.no_addresses')}</Typography>
      )}
      <Box sx={boxes}>{live.slice(0, atOnce).map(box)}</Box>
      <Folded name="more" boxes={live.slice(atOnce).map(box)} />
      <Folded name="retired" boxes={retired.map(box)} />
    </CardSection>
  )
}

type FoldedProps = { name: 'more' | 'retired'; boxes: ReactNode[] }

/** Addresses that one seldom looks for. */
function Folded({ name, boxes: folded }: FoldedProps) {
  const t = useTranslate()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  if (folded.length === 0) return null
  return (
    <>
      <Button
        size="small"
        color="secondary"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        sx={{ display: 'block', ml: -2, mt: 2, minHeight: { xs: 44, sm: 28 } }}
      >
        {t(`resources.addresses.${isOpen ? 'fold' : 'unfold'}_${name}`, { smart_count: folded.length })}
      </Button>
      <Box id={id} hidden={!isOpen} sx={isOpen ? { ...boxes, mt: 2 } : {}}>
        {isOpen && folded}
      </Box>
    </>
  )
}

const defaultsFirst = (one: Address, other: Address) => other.defaultFor.length - one.defaultFor.length

/** What was revealed of an address that nobody changed since. */
function inClear({ id, version }: Address, revealed: RevealedCustomer | null): Address | null {
  const clear = revealed?.addresses.find((each) => each.id === id)
  return clear?.version === version ? clear : null
}

const boxes = {
  display: 'grid',
  gap: 4,
  gridTemplateColumns: 'repeat(auto-fit, minmax(168px, 1fr))',
} as const
