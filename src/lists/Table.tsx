import type { ComponentProps } from 'react'
import { DataTable, type RaRecord } from 'react-admin'

/** A table of a list: 44 px rows, sticky head, no checkboxes (bulk work is a batch on the server). */
export function Table<Row extends RaRecord>(props: ComponentProps<typeof DataTable<Row>>) {
  return (
    <DataTable<Row>
      rowClick={false}
      bulkActionButtons={false}
      {...props}
      sx={{
        '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
        '& .MuiTableRow-root:last-child .RaDataTable-rowCell': { borderBottom: 'none' },
        '& .RaDataTable-row': { height: 44 },
        '& .RaDataTable-headerCell': { height: 40 },
      }}
    />
  )
}
