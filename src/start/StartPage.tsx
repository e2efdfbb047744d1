import { Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { PageHeader } from '../layout/PageHeader.tsx'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { useMay } from '../session/useMay.ts'
import { useMe } from '../session/useMe.ts'
import { DisclosuresWaiting } from './DisclosuresWaiting.tsx'
import { Figures } from './Figures.tsx'
import { FindCustomer } from './FindCustomer.tsx'
import { RecentEvents } from './RecentEvents.tsx'
import { RevisionDrafts } from './RevisionDrafts.tsx'
import { SuggestedPurchases } from './SuggestedPurchases.tsx'

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
          {may('disclosures', 'approve') && <DisclosuresWaiting />}
          {may('revisions', 'publish') && <RevisionDrafts />}
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
