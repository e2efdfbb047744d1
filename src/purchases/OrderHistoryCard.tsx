import { Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { blockReasons, type Purchase } from '../../contract/purchases.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { useRequirements } from '../settings/useRequirements.ts'

/** When the order was held back, let go on or cancelled here, by whom and why. */
export function OrderHistoryCard({ purchase: { orderHistory } }: { purchase: Purchase }) {
  const t = useTranslate()
  if (orderHistory.length === 0) return null
  return (
    <CardSection title={t('resources.purchases.order_history.name')}>
      <Stack component="ol" spacing={3} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {orderHistory.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </Stack>
    </CardSection>
  )
}

function Entry({ entry }: { entry: Purchase['orderHistory'][number] }) {
  const t = useTranslate()
  const why = useWhy(entry)
  const { orderStatus, by, at, note } = entry
  const name = by?.name ?? t('resources.purchases.order_history.system')
  return (
    <Box component="li">
      <Typography>
        <bdi>{t(`resources.purchases.order_history.${orderStatus}`, { name })}</bdi> ·{' '}
        <InstantField value={at} />
      </Typography>
      {why && <Typography color="textSecondary">{why}</Typography>}
      {note && (
        <Typography color="textSecondary" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          <bdi>{note}</bdi>
        </Typography>
      )}
    </Box>
  )
}

function useWhy({ orderStatus, reason, missing, by }: Purchase['orderHistory'][number]): string | null {
  const t = useTranslate()
  const requirements = useRequirements()
  if (reason) {
    const isBlock = orderStatus === 'blocked_missing_info' && blockReasons.some((each) => each === reason)
    return t(`choices.${isBlock ? 'blockReason' : 'cancelReason'}.${reason}`)
  }
  if (missing.length > 0) {
    const fields = missing.map((field) => requirements?.[field].label ?? '…').join(', ')
    return t('resources.purchases.order_history.lacked', { fields })
  }
  return by === null && orderStatus === 'pending' ? t('resources.purchases.order_history.complete') : null
}
