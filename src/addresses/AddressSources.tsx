import { Button, Popover, Skeleton, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useGetOne, useTranslate } from 'react-admin'
import type { Address, AddressRecord } from '../../contract/addresses.ts'
import { SourceOf } from '../changes/SourceOf.tsx'
import { sayDay } from '../changes/sayDay.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { whole } from '../layout/RecordPage.tsx'
import { addressFields } from './AddressInputs.tsx'

/** Where each field of an address comes from, asked for when somebody wants to know. */
export function AddressSources({ address }: { address: Address }) {
  const t = useTranslate()
  const titleId = useId()
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
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { p: 4, width: 340 } } }}
      >
        <Typography id={titleId} variant="h3" component="h2" sx={{ mb: 2 }}>
          {t('resources.addresses.sources')}
        </Typography>
        {anchor && <Sources id={address.id} />}
      </Popover>
    </>
  )
}

function Sources({ id }: { id: string }) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = useGetOne<AddressRecord>('addresses', { id, meta: whole })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending || !data) return <Skeleton variant="rounded" height={120} />
  return (
    <Facts>
      {addressFields
        .filter((field) => data.provenance[field])
        .map((field) => (
          <Fact
            key={field}
            label={<SourceOf noun="addresses" recordId={id} field={field} provenance={data.provenance} />}
          >
            {t(`changes.briefly.${data.provenance[field]?.source}`, {
              day: sayDay(data.provenance[field]?.at ?? data.createdAt),
            })}
          </Fact>
        ))}
    </Facts>
  )
}
