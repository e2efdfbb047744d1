import { Box, useMediaQuery } from '@mui/material'
import { DataTable, ListBase, ResourceContextProvider, useRecordContext, useTranslate } from 'react-admin'
import { type Batch, outcomesOf } from '../../contract/batches.ts'
import type { Item } from '../../contract/items.ts'
import { CustomerName } from '../customers/CustomerName.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { ListBody } from '../lists/ListBody.tsx'
import { Paging } from '../lists/Paging.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'

const Col = DataTable.Col<Item>
const often = 3000

/** Each purchase of a batch and what became of it. The card lets the head of its table stay in sight, as a list does. */
export function ItemsCard({ batch, isLive }: { batch: Batch; isLive: boolean }) {
  const t = useTranslate()
  const { id, state, action } = batch
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  return (
    <ResourceContextProvider value="items">
      <ListBase
        resource="items"
        filter={{ batchId: id }}
        sort={{ field: 'purchaseId', order: 'ASC' }}
        perPage={25}
        debounce={0}
        exporter={false}
        disableSyncWithLocation
        storeKey={false}
        queryOptions={{ refetchInterval: isLive ? often : false }}
      >
        <Box sx={{ '& > .MuiCard-root': { overflow: 'visible' } }}>
          <CardSection
            title={t('resources.batches.items')}
            flush
            actions={
              state === 'proposed' ? (
                <ChoiceFilter
                  source="expected"
                  label="resources.items.fields.expected"
                  choices={outcomesOf[action]}
                  word={(outcome) => `choices.outcomeToBe.${outcome}`}
                />
              ) : (
                <ChoiceFilter
                  source="outcome"
                  label="resources.items.fields.outcome"
                  choices={['waiting', ...outcomesOf[action]]}
                  word={(outcome) => `states.item.${outcome}`}
                />
              )
            }
          >
            <ListBody noun="items">{isNarrow ? <ItemRows /> : <ItemTable />}</ListBody>
            <Paging />
          </CardSection>
        </Box>
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
    <Col source="expected" disableSort>
      <Expected />
    </Col>
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

function Expected() {
  const t = useTranslate()
  const item = useRecordContext<Item>()
  return item ? t(`choices.outcomeToBe.${item.expected}`) : null
}

function Outcome({ item: { outcome, code } }: { item: Item }) {
  const t = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <StateChip kind="item" state={outcome} />
      {code && t(`choices.ineligibility.${code}`)}
    </Box>
  )
}
