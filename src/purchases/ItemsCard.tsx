import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Purchase } from '../../contract/purchases.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { sayMoney } from '../fields/MoneyField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { sayNumber } from '../fields/sayNumber.ts'
import { itemsDifference } from './itemsDifference.ts'

const totals = ['net', 'tax', 'shipping', 'gross'] as const

/** What was bought, and totals that add up under it. On a phone, quantity and price stand under the title. */
export function ItemsCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  const { items, currency } = purchase
  const money = (minor: number) => sayMoney(minor, currency)
  const difference = itemsDifference(purchase)
  const isTaxed = items.some(({ tax }) => tax !== 0)
  const before = isNarrow ? 1 : isTaxed ? 5 : 4
  return (
    <CardSection title={t('resources.purchases.items')} flush>
      {items.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t('resources.purchases.no_items')}
        </Typography>
      )}
      <Table className="tabular">
        <TableHead>
          <TableRow>
            <TableCell>{t('resources.purchases.title')}</TableCell>
            {!isNarrow && (
              <>
                <TableCell>{t('resources.purchases.sku')}</TableCell>
                <TableCell align="right">{t('resources.purchases.quantity')}</TableCell>
                <TableCell align="right">{t('resources.purchases.unitPrice')}</TableCell>
                {isTaxed && <TableCell align="right">{t('resources.purchases.itemTax')}</TableCell>}
              </>
            )}
            <TableCell align="right">{t('resources.purchases.lineTotal')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow key={item.id}>
              <TableCell sx={{ overflowWrap: 'anywhere', py: 1 }}>
                <bdi>{item.title}</bdi>
                {isNarrow && (
                  <Typography variant="caption" color="textSecondary" component="div">
                    {sayNumber(item.quantity)} × {money(item.unitPrice)}
                  </Typography>
                )}
              </TableCell>
              {!isNarrow && (
                <>
                  <TableCell>{item.sku ? <bdi>{item.sku}</bdi> : <Nothing />}</TableCell>
                  <TableCell align="right">{sayNumber(item.quantity)}</TableCell>
                  <TableCell align="right">{money(item.unitPrice)}</TableCell>
                  {isTaxed && <TableCell align="right">{money(item.tax)}</TableCell>}
                </>
              )}
              <TableCell align="right">{money(item.lineTotal)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          {difference && (
            <TableRow>
              <TableCell colSpan={before} align="right" sx={totalSx('net')}>
                {t(`resources.purchases.difference.${difference.kind}`)}
              </TableCell>
              <TableCell align="right" sx={totalSx('net')}>
                {money(difference.amount)}
              </TableCell>
            </TableRow>
          )}
          {totals.map((name) => (
            <TableRow key={name}>
              <TableCell colSpan={before} align="right" sx={totalSx(name)}>
                {t(`resources.purchases.${name === 'gross' ? 'sum' : name}`)}
              </TableCell>
              <TableCell align="right" sx={totalSx(name)}>
                {money(purchase[name])}
              </TableCell>
            </TableRow>
          ))}
        </TableFooter>
      </Table>
    </CardSection>
  )
}

const totalSx = (name: (typeof totals)[number]) =>
  name === 'gross'
    ? { color: 'text.primary', fontSize: 14, fontWeight: 600, borderBottom: 'none' }
    : { color: 'text.secondary', fontSize: 14, height: 32, borderBottom: 'none' }
