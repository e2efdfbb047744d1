import { Box, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { PurchaseRow } from '../../contract/purchases.ts'
import { CustomerName } from '../customers/CustomerName.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { MoneyField } from '../fields/MoneyField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { PurchaseRows } from './PurchaseRows.tsx'

type Props = {
  purchases: readonly PurchaseRow[]
  /** Where the purchases are of several people, whose each is stands in place of number and activation. */
  ofMany?: boolean
}

/** Purchases inside another page, with money at the right. */
export function PurchaseLines({ purchases, ofMany = false }: Props) {
  const t = useTranslate()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  if (isNarrow) return <PurchaseRows purchases={purchases} ofMany={ofMany} />
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table sx={{ '& tbody tr:last-child td': { borderBottom: 'none' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('resources.purchases.fields.reference')}</TableCell>
            <TableCell>{t(`resources.purchases.fields.${ofMany ? 'customerId' : 'number'}`)}</TableCell>
            <TableCell>{t('resources.purchases.fields.placedAt')}</TableCell>
            <TableCell>{t('resources.purchases.fields.orderStatus')}</TableCell>
            {!ofMany && <TableCell>{t('resources.purchases.fields.activation')}</TableCell>}
            <TableCell align="right">{t('resources.purchases.fields.gross')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {purchases.map((purchase) => (
            <TableRow key={purchase.id} hover>
              <TableCell className="tabular" sx={{ whiteSpace: 'nowrap' }}>
                <RowLink to={`/purchases/${purchase.id}/show`}>{purchase.reference}</RowLink>
              </TableCell>
              <TableCell className="tabular" sx={{ maxWidth: 220, overflowWrap: 'anywhere' }}>
                {ofMany ? <CustomerName of={purchase} plain /> : <bdi>{purchase.number}</bdi>}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <InstantField value={purchase.placedAt} inRow />
              </TableCell>
              <TableCell>
                <StateChip kind="order" state={purchase.orderStatus} />
              </TableCell>
              {!ofMany && (
                <TableCell>
                  <StateChip kind="activation" state={purchase.activation} />
                </TableCell>
              )}
              <TableCell align="right">
                <MoneyField minor={purchase.gross} currency={purchase.currency} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
