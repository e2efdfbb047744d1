import { Children, type ComponentProps, isValidElement, type ReactNode } from 'react'
import { DataTable, type RaRecord } from 'react-admin'
import { topBarHeight } from '../layout/topBarHeight.ts'
import { type Column, ColumnsMenu } from './ColumnsMenu.tsx'
import { InColumnsSlot } from './ColumnsSlot.tsx'
import { SelectPage, SelectThisRow } from './SelectRow.tsx'

type Props<Row extends RaRecord> = ComponentProps<typeof DataTable<Row>> & {
  /** True where rows have checkboxes; what is done with them stands above the table. */
  selectable?: boolean
}

/** 44 px rows, columns to choose from. */
export function Table<Row extends RaRecord>({ selectable = false, children, ...props }: Props<Row>) {
  return (
    <>
      <InColumnsSlot>
        <ColumnsMenu columns={columnsOf(children)} hidden={props.hiddenColumns ?? []} />
      </InColumnsSlot>
      <DataTable<Row>
        rowClick={false}
        bulkActionButtons={false}
        {...props}
        sx={{
          // Where the whole table fits, its head stays in sight under the top bar.
          '& .RaDataTable-tableWrapper': { overflowX: { xs: 'auto', lg: 'visible' } },
          '& .RaDataTable-headerCell': {
            height: 40,
            position: { lg: 'sticky' },
            top: { xs: 0, lg: `calc(${topBarHeight}px + var(--selection-bar, 0px))` },
            zIndex: 1,
            '&:first-of-type': { borderTopLeftRadius: 7 },
            '&:last-of-type': { borderTopRightRadius: 7 },
          },
          '& .MuiTableRow-root:last-child .RaDataTable-rowCell': { borderBottom: 'none' },
          '& .RaDataTable-row': { height: 44 },
          '& .RaDataTable-rowCell': {
            minWidth: 88,
            py: 1,
            whiteSpace: { xs: 'nowrap', lg: 'normal' },
            overflowWrap: 'break-word',
          },
          // A name without an end takes lines, never the place of the other columns.
          '& .bounded': { maxWidth: 220, overflowWrap: 'anywhere' },
          '& .tabular:not(.bounded)': { whiteSpace: 'nowrap' },
          '& .MuiTableCell-root.select': { width: 44, minWidth: 0, p: 0, pl: 1 },
        }}
      >
        {selectable && (
          <DataTable.Col label={<SelectPage />} disableSort className="select">
            <SelectThisRow />
          </DataTable.Col>
        )}
        {children}
      </DataTable>
    </>
  )
}

function columnsOf(children: ReactNode): Column[] {
  return Children.toArray(children).flatMap((child) =>
    isValidElement<Partial<Column>>(child) && child.props.source
      ? [{ source: child.props.source, ...(child.props.label ? { label: child.props.label } : {}) }]
      : [],
  )
}
