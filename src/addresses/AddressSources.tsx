import { Box, Button, Skeleton, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetOne, useTranslate } from 'react-admin'
import type { Address, AddressRecord } from '../../contract/addresses.ts'
import { SourceOf } from '../changes/SourceOf.tsx'
import { SourcePopover } from '../changes/SourcePopover.tsx'
import { sayDay } from '../changes/sayDay.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { whole } from '../layout/RecordPage.tsx'
import { addressFields } from './AddressInputs.tsx'

/** Where each field of an address comes from, asked for when somebody wants to know. */
export function AddressSources({ address }: { address: Address }) {
  const t = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        size="small"
        color="secondary"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('resources.addresses.source')}
      </Button>
      <SourcePopover title={t('resources.addresses.sources')} anchor={anchor} onClose={() => setAnchor(null)}>
        <Box sx={{ mt: 2 }}>{anchor && <Sources id={address.id} />}</Box>
      </SourcePopover>
    </>
  )
}

function Sources({ id }: { id: string }) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = useGetOne<AddressRecord>('addresses', { id, meta: whole })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const sayProvenance = (
    { provenance, createdAt }: AddressRecord,
    field: string,
    how: 'sources' | 'briefly',
  ) => t(`changes.${how}.${provenance[field]?.source}`, { day: sayDay(provenance[field]?.at ?? createdAt) })
  if (isPending || !data) return <Skeleton variant="rounded" height={120} />
  const known = addressFields.filter((field) => data.provenance[field])
  const said = known.map((field) => sayProvenance(data, field, 'sources'))
  if (new Set(said).size === 1) return <Typography>{said[0]}</Typography>
  return (
    <Facts>
      {known.map((field) => (
        <Fact
          key={field}
          label={<SourceOf noun="addresses" recordId={id} field={field} provenance={data.provenance} />}
        >
          {sayProvenance(data, field, 'briefly')}
        </Fact>
      ))}
    </Facts>
  )
}
