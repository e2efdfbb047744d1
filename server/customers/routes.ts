import { sql } from 'drizzle-orm'
import {
  ChangeCustomerState,
  CustomerRecord,
  CustomerRow,
  customerStatuses,
  EditCustomer,
  RevealCustomer,
  RevealedCustomer,
} from '../../contract/customers.ts'
import { act, answeringAct } from '../act.ts'
import { addresses, customers as table } from '../database/schema/customers.ts'
import { anyOf, atOrAfter, atOrBefore } from '../lists/filters.ts'
import { sortBy, sortByName } from '../lists/sorts.ts'
import { wholeTotal } from '../lists/wholeTotal.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { close } from './close.ts'
import { edit } from './edit.ts'
import { withFormerEmail } from './formerEmail.ts'
import { readCustomer, readRows } from './read.ts'
import { reopen } from './reopen.ts'
import { reveal } from './reveal.ts'
import { lastNameBegins, nearestCustomers, searchCustomers } from './search.ts'

/** Customers with their contact data masked, in lists and pages alike (docs/decisions/008-contact-data-is-masked.md). */
export const customers: NounSpec<CustomerRow, CustomerRecord> = {
  noun: 'customers',
  row: CustomerRow,
  one: CustomerRecord,
  list: {
    noun: 'customers',
    table,
    total: wholeTotal('customers'),
    sorts: {
      name: sortByName(table.name),
      lastName: sortByName(table.lastName),
      reference: sortBy(table.reference),
      registeredAt: sortBy(table.registeredAt),
      lastOrderAt: sortBy(table.lastOrderAt),
      lastActivityAt: sortBy(table.lastActivityAt),
    },
    defaultSort: ['lastName', 'ASC'],
    filters: {
      status: anyOf(table.status, customerStatuses),
      country: (value, name) => {
        const live = anyOf(addresses.country)(value, name)
        return sql`${table.id} IN (SELECT ${addresses.customerId} FROM ${addresses} WHERE ${live} AND ${addresses.status} = 'live')`
      },
      source: anyOf(table.source),
      registeredAtFrom: atOrAfter(table.registeredAt),
      registeredAtTo: atOrBefore(table.registeredAt),
      lastOrderAtFrom: atOrAfter(table.lastOrderAt),
      lastOrderAtTo: atOrBefore(table.lastOrderAt),
    },
    search: searchCustomers,
    nearest: nearestCustomers,
    closest: { sort: 'lastName', where: lastNameBegins },
    withWhyFound: withFormerEmail,
    rows: readRows,
  },
  read: readCustomer,
  opened: ({ id }) => ({ customerId: id }),
  searchIsEvent: true,
  edit: act(EditCustomer, edit),
  acts: {
    reveal: answeringAct(RevealCustomer, RevealedCustomer, reveal),
    close: act(ChangeCustomerState, close),
    reopen: act(ChangeCustomerState, reopen),
  },
}
