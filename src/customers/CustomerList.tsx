import { DataTable } from 'react-admin'
import type { CustomerRow } from '../../contract/customers.ts'
import { customersOrder } from '../../contract/firstRows.ts'
import { FoundBy } from '../fields/FoundBy.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { MaskedText } from '../fields/MaskedText.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { statesOf } from '../fields/states.tsx'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { DayRangeFilter } from '../lists/DayRangeFilter.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'
import { placeOf } from './placeOf.ts'
import { useCustomerName } from './useCustomerName.ts'

const Col = DataTable.Col<CustomerRow>

export const CustomerList = () => (
  <ListPage
    noun="customers"
    views="customers"
    searchable
    sort={customersOrder}
    columns
    filters={
      <>
        <ChoiceFilter
          source="status"
          label="resources.customers.fields.status"
          choices={statesOf('customer')}
          word={(status) => `states.customer.${status}`}
        />
        <DayRangeFilter source="lastOrderAt" label="resources.customers.fields.lastOrderAt" />
        <DayRangeFilter source="registeredAt" label="resources.customers.fields.registeredAt" />
      </>
    }
    table={<CustomerTable />}
    rows={<CustomerRows />}
  />
)

function CustomerTable() {
  const nameOf = useCustomerName()
  return (
    <Table<CustomerRow> hiddenColumns={['company', 'source', 'externalId', 'registeredAt', 'lastActivityAt']}>
      <Col
        source="lastName"
        label="resources.customers.fields.name"
        cellClassName="bounded"
        render={(customer) => <RowLink to={`/customers/${customer.id}/show`}>{nameOf(customer)}</RowLink>}
      />
      <Col source="reference" cellClassName="tabular" />
      <Col
        source="email"
        cellClassName="bounded"
        disableSort
        render={(customer) => (
          <>
            <MaskedText value={customer.email} /> <FoundBy customer={customer} />
          </>
        )}
      />
      <Col source="phone" disableSort render={({ phone }) => <MaskedText value={phone} />} />
      <Col
        source="city"
        cellClassName="bounded"
        label="resources.customers.place"
        disableSort
        render={placeOf}
      />
      <Col
        source="status"
        disableSort
        render={({ status }) => <StateChip kind="customer" state={status} />}
      />
      <Col source="lastOrderAt" render={({ lastOrderAt }) => <InstantField value={lastOrderAt} inRow />} />
      <Col source="company" cellClassName="bounded" disableSort />
      <Col source="source" disableSort />
      <Col source="externalId" disableSort />
      <Col source="registeredAt" render={({ registeredAt }) => <InstantField value={registeredAt} inRow />} />
      <Col
        source="lastActivityAt"
        render={({ lastActivityAt }) => <InstantField value={lastActivityAt} inRow />}
      />
    </Table>
  )
}

function CustomerRows() {
  const nameOf = useCustomerName()
  return (
    <TwoLineRows<CustomerRow>
      to={({ id }) => `/customers/${id}/show`}
      first={nameOf}
      firstEnd={({ reference }) => <span className="tabular">{reference}</span>}
      second={(customer) => (
        <>
          <FoundBy customer={customer} /> {placeOf(customer)}
        </>
      )}
      secondEnd={({ status }) => <StateChip kind="customer" state={status} />}
    />
  )
}
