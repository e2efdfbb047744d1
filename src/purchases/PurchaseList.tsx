import { DataTable } from 'react-admin'
import type { PurchaseRow } from '../../contract/purchases.ts'
import { Selectable } from '../batches/Selectable.tsx'
import { SelectionHolder, useSelectionHolder } from '../batches/selection.ts'
import { CustomerName } from '../customers/CustomerName.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { MoneyField } from '../fields/MoneyField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { statesOf } from '../fields/states.tsx'
import { purchases } from '../i18n/en/purchases.ts'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { DayRangeFilter } from '../lists/DayRangeFilter.tsx'
import { FilterTabs } from '../lists/FilterTabs.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { PresetFilter } from '../lists/PresetFilter.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { useFilter } from '../lists/useFilter.ts'
import { useMay } from '../session/useMay.ts'
import { activeOnly, listOrder } from './listOrder.ts'
import { OfCustomerFilter } from './OfCustomerFilter.tsx'
import { PurchaseRows } from './PurchaseRows.tsx'
import { ReasonText } from './ReasonText.tsx'

const Col = DataTable.Col<PurchaseRow>
const tabs = [
  { value: 'active', label: 'states.activation.active' },
  { value: 'deactivated', label: 'states.activation.deactivated' },
  { value: null, label: 'lists.all' },
]

export function PurchaseList() {
  const may = useMay()
  const selection = useSelectionHolder()
  return (
    <SelectionHolder.Provider value={selection}>
      <Purchases selectable={may('batches', 'create')} />
    </SelectionHolder.Provider>
  )
}

const Purchases = ({ selectable }: { selectable: boolean }) => (
  <ListPage
    noun="purchases"
    views="purchases"
    searchable
    sort={listOrder}
    filterDefaultValues={activeOnly}
    tabs={
      <>
        <FilterTabs source="activation" label="resources.purchases.tabs" tabs={tabs} />
        <OfCustomerFilter />
      </>
    }
    columns
    filters={<Filters />}
    selectable={selectable}
    table={
      <Selectable>
        <PurchaseTable selectable={selectable} />
      </Selectable>
    }
    rows={
      <Selectable>
        <PurchaseRows ofMany selectable={selectable} />
      </Selectable>
    }
  />
)

const Filters = () => (
  <>
    <ChoiceFilter
      source="orderStatus"
      label="resources.purchases.fields.orderStatus"
      choices={statesOf('order')}
      word={(status) => `states.order.${status}`}
    />
    <ChoiceFilter
      source="openMatter"
      label="resources.purchases.fields.openMatter"
      choices={statesOf('matter')}
      word={(matter) => `states.matter.${matter}`}
    />
    <ReasonFilter />
    <DayRangeFilter source="placedAt" label="resources.purchases.fields.placedAt" />
    <PresetFilter
      label="resources.purchases.suggested"
      more="resources.purchases.suggested_by"
      source="suggested"
      value={true}
    />
  </>
)

/** Only what is deactivated has a reason. */
function ReasonFilter() {
  const { values } = useFilter()
  if (values.activation === 'active') return null
  return (
    <ChoiceFilter
      source="deactivationReason"
      label="resources.purchases.fields.deactivationReason"
      choices={Object.keys(purchases.choices.deactivationReason)}
      word={(reason) => `choices.deactivationReason.${reason}`}
    />
  )
}

const PurchaseTable = ({ selectable }: { selectable: boolean }) => (
  <Table<PurchaseRow>
    selectable={selectable}
    hiddenColumns={['openMatter', 'finalAt', 'deactivatedAt', 'deactivationReason']}
  >
    <Col
      source="reference"
      cellClassName="tabular"
      render={({ id, reference }) => <RowLink to={`/purchases/${id}/show`}>{reference}</RowLink>}
    />
    <Col source="number" cellClassName="tabular bounded" />
    <Col source="customerId" cellClassName="bounded" disableSort>
      <CustomerName />
    </Col>
    <Col source="placedAt" render={({ placedAt }) => <InstantField value={placedAt} inRow />} />
    <Col
      source="orderStatus"
      disableSort
      render={({ orderStatus }) => <StateChip kind="order" state={orderStatus} />}
    />
    <Col
      source="activation"
      disableSort
      render={({ activation }) => <StateChip kind="activation" state={activation} />}
    />
    <Col
      source="openMatter"
      disableSort
      render={({ openMatter }) => <StateChip kind="matter" state={openMatter} />}
    />
    <Col source="finalAt" render={({ finalAt }) => <InstantField value={finalAt} inRow />} />
    <Col
      source="deactivatedAt"
      disableSort
      render={({ deactivatedAt }) => <InstantField value={deactivatedAt} inRow />}
    />
    <Col
      source="deactivationReason"
      disableSort
      render={({ deactivationReason }) => <ReasonText reason={deactivationReason} />}
    />
    <Col
      source="gross"
      align="right"
      render={({ gross, currency }) => <MoneyField minor={gross} currency={currency} />}
    />
  </Table>
)
