import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase, type RaRecord, useListContext } from 'react-admin'
import { SelectRow } from './SelectRow.tsx'
import { rowLink } from './useRowKeys.ts'

type Props<Row extends RaRecord> = {
  /** The rows of the list around it by default. */
  rows?: readonly Row[]
  /** True where rows of the list around it have checkboxes. */
  selectable?: boolean
  to: (row: Row) => string
  /** Who or what. */
  first: (row: Row) => ReactNode
  firstEnd?: (row: Row) => ReactNode
  /** What matters. */
  second: (row: Row) => ReactNode
  secondEnd?: (row: Row) => ReactNode
}

export function TwoLineRows<Row extends RaRecord>({ rows, ...lines }: Props<Row>) {
  return rows ? <Rows rows={rows} {...lines} /> : <RowsOfList {...lines} />
}

function RowsOfList<Row extends RaRecord>(lines: Props<Row>) {
  const { data = [] } = useListContext<Row>()
  return <Rows {...lines} rows={data} />
}

function Rows<Row extends RaRecord>(props: Props<Row>) {
  const { rows = [], selectable = false, to, first, firstEnd, second, secondEnd } = props
  return (
    <List disablePadding>
      {rows.map((row) => (
        <ListItem
          key={row.id}
          disablePadding
          sx={{ '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' } }}
        >
          {selectable && <SelectRow id={row.id} />}
          <ListItemButton
            component={LinkBase}
            to={to(row)}
            {...rowLink}
            sx={{ display: 'block', py: 2.5, px: 4, pl: selectable ? 0 : 4, minHeight: 64, minWidth: 0 }}
          >
            <Line
              start={<Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{first(row)}</Typography>}
              end={firstEnd?.(row)}
            />
            <Line
              start={
                <Typography
                  color="textSecondary"
                  component="div"
                  // Beside a checkbox the line is short.
                  variant={selectable ? 'caption' : 'body1'}
                  sx={{ overflowWrap: 'anywhere' }}
                >
                  {second(row)}
                </Typography>
              }
              end={secondEnd?.(row)}
            />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  )
}

function Line({ start, end }: { start: ReactNode; end: ReactNode }) {
  return (
    <Box
      sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 3, minHeight: 24 }}
    >
      <Box sx={{ minWidth: 0 }}>{start}</Box>
      <Box sx={{ flexShrink: 0 }}>{end}</Box>
    </Box>
  )
}
