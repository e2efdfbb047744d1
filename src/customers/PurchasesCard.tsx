import { Box, Link, Skeleton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useState } from 'react'
import { LinkBase, useGetManyReference, useTranslate } from 'react-admin'
import type { PurchaseRow } from '../../contract/purchases.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { sayTotal } from '../fields/sayTotal.ts'
import { PurchaseLines } from '../purchases/PurchaseLines.tsx'

const views = ['active', 'deactivated', 'all'] as const
type View = (typeof views)[number]
const shown = 5

/** What the customer bought: the active ones first, the deactivated ones one click away. */
export function PurchasesCard({ customerId }: { customerId: string }) {
  const t = useTranslate()
  const [view, setView] = useState<View>('active')
  const filter = view === 'all' ? {} : { activation: view }
  const { data, total, meta, isPending, error, refetch } = useGetManyReference<PurchaseRow>('purchases', {
    target: 'customerId',
    id: customerId,
    pagination: { page: 1, perPage: shown },
    sort: { field: 'placedAt', order: 'DESC' },
    filter,
  })
  const listed = encodeURIComponent(JSON.stringify({ ...filter, customerId }))
  return (
    <CardSection
      flush
      title={t('resources.customers.purchases')}
      actions={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          aria-label={t('resources.purchases.tabs')}
          onChange={(_, next: View | null) => next && setView(next)}
        >
          {views.map((each) => (
            <ToggleButton
              key={each}
              value={each}
              sx={{
                px: 2.5,
                py: 0.5,
                textTransform: 'none',
                fontSize: 12,
                '&.Mui-selected': { color: 'primary.main', bgcolor: 'info.light', fontWeight: 600 },
              }}
            >
              {each === 'all' ? t('lists.all') : t(`states.activation.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {isPending && <Skeleton variant="rectangular" height={132} />}
      {error && !data && <ErrorState error={error} onRetry={() => refetch()} />}
      {data?.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t(`resources.customers.no_purchases.${view}`)}
        </Typography>
      )}
      {data && data.length > 0 && <PurchaseLines purchases={data} />}
      {(meta?.capped || (total ?? 0) > shown) && (
        <Box sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
          <Link component={LinkBase} to={`/purchases?filter=${listed}`}>
            {t('resources.customers.all_purchases', { total: sayTotal({ total, meta }) })}
          </Link>
        </Box>
      )}
    </CardSection>
  )
}
