import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import { Box, Card, Chip, Typography } from '@mui/material'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import type { Purchase } from '../../contract/purchases.ts'
import { RowLink } from '../lists/RowLink.tsx'

/** Why an order waits, what it waits for, and where that can be supplied. */
export function HeldBackCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const id = useId()
  const { orderStatus, missing, orderHistory, customerId } = purchase
  if (orderStatus !== 'blocked_missing_info') return null
  const [last] = orderHistory
  const isByStaff = last?.by != null
  const held = 'resources.purchases.held'
  const why = isByStaff ? 'by_staff' : missing.length > 0 ? 'missing' : 'complete'
  return (
    <Card
      component="section"
      aria-labelledby={id}
      sx={{ p: 4, borderColor: 'warning.main', display: 'flex', gap: 3 }}
    >
      <ReportProblem aria-hidden sx={{ color: 'warning.main' }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography id={id} variant="h2">
          {t(`${held}.${why}`, { name: last?.by?.name ?? '' })}
        </Typography>
        {isByStaff && last.reason && (
          <Typography sx={{ mt: 1 }}>{t(`choices.blockReason.${last.reason}`)}</Typography>
        )}
        {isByStaff && last.note && (
          <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            <bdi>{last.note}</bdi>
          </Typography>
        )}
        {missing.length > 0 && (
          <Box
            component="ul"
            aria-label={t(`${held}.lacks`)}
            sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}
          >
            {missing.map(({ field, label }) => (
              <li key={field}>
                <Chip size="small" variant="outlined" color="warning" label={<bdi>{label}</bdi>} />
              </li>
            ))}
          </Box>
        )}
        <Typography color="textSecondary" sx={{ mt: 2 }}>
          {t(`${held}.${why}_says`)}{' '}
          <RowLink to={`/customers/${customerId}/show`}>{t(`${held}.customer`)}</RowLink>
        </Typography>
      </Box>
    </Card>
  )
}
