import { Button } from '@mui/material'
import { DataTable, LinkBase, useTranslate } from 'react-admin'
import { type BatchRow, changeOf } from '../../contract/batches.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { sayNumber } from '../fields/sayNumber.ts'
import { statesOf } from '../fields/states.tsx'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { DayRangeFilter } from '../lists/DayRangeFilter.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'
import { ReasonText } from '../purchases/ReasonText.tsx'
import { useBatchName } from './useBatchName.ts'

const Col = DataTable.Col<BatchRow>
const changed = ({ action, counts }: BatchRow) => sayNumber(counts[changeOf[action]] ?? 0)

export const BatchList = () => (
  <ListPage
    noun="batches"
    sort={{ field: 'proposedAt', order: 'DESC' }}
    filters={<Filters />}
    invite={<ToPurchases />}
    table={<BatchTable />}
    rows={<BatchRows />}
  />
)

function ToPurchases() {
  const t = useTranslate()
  return (
    <Button component={LinkBase} to="/purchases" variant="outlined">
      {t('resources.purchases.name', { smart_count: 2 })}
    </Button>
  )
}

const Filters = () => (
  <>
    <ChoiceFilter
      source="state"
      label="resources.batches.fields.state"
      choices={statesOf('batch')}
      word={(state) => `states.batch.${state}`}
    />
    <DayRangeFilter source="proposedAt" label="resources.batches.fields.proposedAt" />
  </>
)

function BatchTable() {
  const nameOf = useBatchName()
  return (
    <Table<BatchRow>>
      <Col
        source="action"
        disableSort
        render={(batch) => <RowLink to={`/batches/${batch.id}/show`}>{nameOf(batch)}</RowLink>}
      />
      <Col source="state" disableSort render={({ state }) => <StateChip kind="batch" state={state} />} />
      <Col source="reason" disableSort render={({ reason }) => <ReasonText reason={reason} />} />
      <Col source="proposedBy" disableSort render={({ proposedBy }) => <bdi>{proposedBy.name}</bdi>} />
      <Col source="proposedAt" render={({ proposedAt }) => <InstantField value={proposedAt} inRow />} />
      <Col source="changed" disableSort align="right" cellClassName="tabular" render={changed} />
    </Table>
  )
}

function BatchRows() {
  const t = useTranslate()
  const nameOf = useBatchName()
  return (
    <TwoLineRows<BatchRow>
      to={({ id }) => `/batches/${id}/show`}
      first={nameOf}
      second={({ proposedBy, proposedAt }) => (
        <>
          <bdi>{proposedBy.name}</bdi> · <InstantField value={proposedAt} inRow />
        </>
      )}
      secondEnd={({ state }) => <StateChip kind="batch" state={state} />}
      firstEnd={(batch) => (
        <span className="tabular" title={t('resources.batches.fields.changed')}>
          {changed(batch)}
        </span>
      )}
    />
  )
}
