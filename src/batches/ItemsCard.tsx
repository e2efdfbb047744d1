import { Box, useMediaQuery } from '@mui/material'
import { DataTable, ListBase, ResourceContextProvider, useTranslate } from 'react-admin'
import type { Item } from '../../contract/items.ts'
import { CustomerName } from '../customers/CustomerName.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { statesOf } from '../fields/states.tsx'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { ListBody } from '../lists/ListBody.tsx'
import { Paging } from '../lists/Paging.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'

const Col = DataTable.Col<Item>
const often = 3000

/** Each purchase of a batch and what became of it. */
export function ItemsCard({ batchId, isLive }: { batchId: string; isLive: boolean }) {
  const t = useTranslate()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  return (
    <ResourceContextProvider value="items">
      <ListBase
        resource="items"
        filter={{ batchId }}
        sort={{ field: 'purchaseId', order: 'ASC' }}
        perPage={25}
        debounce={0}
        exporter={false}
        disableSyncWithLocation
        storeKey={false}
        queryOptions={{ refetchInterval: isLive ? often : false }}
      >
        <CardSection
          title={t('resources.batches.items')}
          flush
          actions={
            <ChoiceFilter
              source="outcome"
              label="resources.items.fields.outcome"
              choices={statesOf('item')}
              word={(outcome) => `states.item.${outcome}`}
            />
          }
        >
          <ListBody noun="items">{isNarrow ? <ItemRows /> : <ItemTable />}</ListBody>
          <Paging />
        </CardSection>
      </ListBase>
    </ResourceContextProvider>
  )
}

const ItemTable = () => (
  <Table<Item>>
    <Col
      source="purchaseId"
      disableSort
      cellClassName="tabular"
      render={({ purchaseId, reference }) =>
        reference ? <RowLink to={`/purchases/${purchaseId}/show`}>{reference}</RowLink> : <Nothing />
      }
    />
    <Col source="number" disableSort cellClassName="tabular" render={({ number }) => number ?? <Nothing />} />
    <Col
      source="customerId"
      disableSort
      render={({ id, customerId }) => (customerId ? <CustomerName of={{ id, customerId }} /> : <Nothing />)}
    />
    <Col source="outcome" disableSort render={(item) => <Outcome item={item} />} />
  </Table>
)

const ItemRows = () => (
  <TwoLineRows<Item>
    to={({ purchaseId }) => `/purchases/${purchaseId}/show`}
    first={({ reference, purchaseId }) => <span className="tabular">{reference ?? purchaseId}</span>}
    second={({ number }) => number}
    secondEnd={(item) => <Outcome item={item} />}
  />
)

function Outcome({ item: { outcome, code } }: { item: Item }) {
  const t = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <StateChip kind="item" state={outcome} />
      {code && t(`choices.ineligibility.${code}`)}
    </Box>
  )
}
