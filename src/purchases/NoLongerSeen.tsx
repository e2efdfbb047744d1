import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Purchase } from '../../contract/purchases.ts'
import { sayMoney } from '../fields/MoneyField.tsx'
import { formatLocale } from '../i18n/formatLocale.ts'

/** What disappears from the customer's own view, and what does not, before it is done. */
export function NoLongerSeen({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const { number, placedAt, items, gross, currency, billingSnapshot, shippingSnapshot } = purchase
  const unseen = 'resources.purchases.unseen'
  const placed = new Date(placedAt).toLocaleDateString(formatLocale, { dateStyle: 'long' })
  return (
    <Box>
      <Typography variant="h3">{t(`${unseen}.name`)}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, overflowWrap: 'anywhere' }}>
        <li>
          <bdi>{t(`${unseen}.order`, { number, placed })}</bdi>
        </li>
        <li>{t(`${unseen}.items`, { smart_count: items.length, gross: sayMoney(gross, currency) })}</li>
        {(billingSnapshot || shippingSnapshot) && <li>{t(`${unseen}.addresses`)}</li>}
      </Box>
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {t(`${unseen}.kept`)}
      </Typography>
    </Box>
  )
}
