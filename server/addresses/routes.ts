import { inArray } from 'drizzle-orm'
import { Address, addressKinds, CreateAddress, EditAddress, RetireAddress } from '../../contract/addresses.ts'
import { act } from '../act.ts'
import { addresses as table } from '../database/schema.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { anyIdOf, anyOf, sortBy } from '../simpleRest.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { masked, readAddresses } from './read.ts'
import { retire } from './retire.ts'

/** A customer's addresses: street and recipient masked; city, region and country readable. */
export const addresses: NounSpec<Address, Address> = {
  noun: 'addresses',
  row: Address,
  one: Address,
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
  read: async (db, _by, _now, id) => {
    const [address] = await readAddresses(db, inArray(table.id, [id]))
    return address ? masked(address) : null
  },
  opened: ({ customerId }) => ({ customerId }),
  create: act(CreateAddress, create),
  edit: act(EditAddress, edit),
  acts: { retire: act(RetireAddress, retire) },
}
