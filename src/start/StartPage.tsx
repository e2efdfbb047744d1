import { Box, Skeleton, Stack, Typography } from '@mui/material'
import { Suspense } from 'react'
import { useTranslate } from 'react-admin'
import { PageHeader } from '../layout/PageHeader.tsx'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { page } from '../layout/page.ts'
import { useMay } from '../session/useMay.ts'
import { useMe } from '../session/useMe.ts'
import { Figures } from './Figures.tsx'
import { FindCustomer } from './FindCustomer.tsx'
import { RecentEvents } from './RecentEvents.tsx'
import { SuggestedPurchases } from './SuggestedPurchases.tsx'

const DisclosuresWaiting = page(async () => (await import('./DisclosuresWaiting.tsx')).DisclosuresWaiting)
const BatchesWaiting = page(async () => (await import('./BatchesWaiting.tsx')).BatchesWaiting)
const RevisionDrafts = page(async () => (await import('./RevisionDrafts.tsx')).RevisionDrafts)

/** What waits for me first, by what my role may do about it; then a few figures, each a way to its list. */
export function StartPage() {
  const t = useTranslate()
  const me = useMe()
  const may = useMay()
  if (!me) return <PageSkeleton />
  const isFrontDesk = me.role === 'customer_service'
  const waits = may('disclosures', 'approve') || may('revisions', 'publish') || may('purchases', 'deactivate')
  return (
    <>
      <PageHeader title={t('start.name')} />
      <Box
        sx={{
          display: 'grid',
          gap: 6,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={4}>
          {isFrontDesk && <FindCustomer />}
          {waits && <Typography variant="h2">{t('start.waiting')}</Typography>}
          <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
            {may('disclosures', 'approve') && <DisclosuresWaiting />}
            {may('batches', 'approve') && <BatchesWaiting />}
            {may('revisions', 'submit') && <RevisionDrafts />}
          </Suspense>
          {may('purchases', 'deactivate') && <SuggestedPurchases />}
          {!waits && <RecentEvents />}
        </Stack>
        <Stack spacing={4}>
          <Figures />
          {waits && <RecentEvents actorId={me.id} />}
        </Stack>
      </Box>
    </>
  )
}
