import {
  Address,
  AddressRecord,
  addressKinds,
  CreateAddress,
  EditAddress,
  RetireAddress,
} from '../../contract/addresses.ts'
import { act } from '../act.ts'
import { addresses as table } from '../database/schema/customers.ts'
import { anyIdOf, anyOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { masked, readAddress, readAddresses } from './read.ts'
import { retire } from './retire.ts'

/** A customer's addresses: street and recipient masked; city, region and country readable. */
export const addresses: NounSpec<Address, AddressRecord> = {
  noun: 'addresses',
  row: Address,
  one: AddressRecord,
  list: {
    noun: 'addresses',
    table,
    sorts: { createdAt: sortBy(table.createdAt) },
    defaultSort: ['createdAt', 'ASC'],
    filters: {
      customerId: anyIdOf(table.customerId),
      kind: anyOf(table.kind, addressKinds),
      status: anyOf(table.status, ['live', 'retired']),
    },
    rows: async (db, _by, picked, order) => (await readAddresses(db, picked, order)).map(masked),
  },
  read: readAddress,
  opened: ({ customerId }) => ({ customerId }),
  create: act(CreateAddress, create),
  edit: act(EditAddress, edit),
  acts: { retire: act(RetireAddress, retire) },
}
