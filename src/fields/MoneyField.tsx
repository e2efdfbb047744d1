import { Box } from '@mui/material'
import { exponent } from '../../contract/money.ts'
import { formatLocale } from '../i18n/formatLocale.ts'

/** Minor units in the reader's way of writing money. */
export function MoneyField({ minor, currency }: { minor: number; currency: string }) {
  return (
    <Box component="span" className="tabular" sx={{ whiteSpace: 'nowrap' }}>
      {sayMoney(minor, currency)}
    </Box>
  )
}

export function sayMoney(minor: number, currency: string, locale = formatLocale): string {
  const digits = exponent(currency)
  return (minor / 10 ** digits).toLocaleString(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
