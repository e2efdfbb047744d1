import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Purchase } from '../../contract/purchases.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { sayMoney } from '../fields/MoneyField.tsx'
import { Nothing } from '../fields/Nothing.tsx'

const totals = ['net', 'tax', 'shipping', 'gross'] as const

/** What was bought, and totals that add up under it. */
export function ItemsCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const { items, currency } = purchase
  const money = (minor: number) => sayMoney(minor, currency)
  return (
    <CardSection title={t('resources.purchases.items')} flush>
      {items.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t('resources.purchases.no_items')}
        </Typography>
      )}
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('resources.purchases.items')}>
        <Table className="tabular">
          <TableHead>
            <TableRow>
              <TableCell>{t('resources.purchases.title')}</TableCell>
              <TableCell>{t('resources.purchases.sku')}</TableCell>
              <TableCell align="right">{t('resources.purchases.quantity')}</TableCell>
              <TableCell align="right">{t('resources.purchases.unitPrice')}</TableCell>
              <TableCell align="right">{t('resources.purchases.lineTotal')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((item) => (
              <TableRow key={item.id}>
                <TableCell sx={{ minWidth: 160 }}>
                  <bdi>{item.title}</bdi>
                </TableCell>
                <TableCell>{item.sku ? <bdi>{item.sku}</bdi> : <Nothing />}</TableCell>
                <TableCell align="right">{item.quantity.toLocaleString()}</TableCell>
                <TableCell align="right">{money(item.unitPrice)}</TableCell>
                <TableCell align="right">{money(item.lineTotal)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
          <TableFooter>
            {totals.map((name) => (
              <TableRow key={name}>
                <TableCell colSpan={4} align="right" sx={totalSx(name)}>
                  {t(`resources.purchases.${name === 'gross' ? 'sum' : name}`)}
                </TableCell>
                <TableCell align="right" sx={totalSx(name)}>
                  {money(purchase[name])}
                </TableCell>
              </TableRow>
            ))}
          </TableFooter>
        </Table>
      </Box>
    </CardSection>
  )
}

const totalSx = (name: (typeof totals)[number]) =>
  name === 'gross'
    ? { color: 'text.primary', fontSize: 14, fontWeight: 600, borderBottom: 'none' }
    : { color: 'text.secondary', fontSize: 14, height: 32, borderBottom: 'none' }
