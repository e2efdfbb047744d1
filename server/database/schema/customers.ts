import { sql } from 'drizzle-orm'
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { addressKinds, addressStatuses } from '../../../contract/addresses.ts'
import { changeActorKinds, changedNouns } from '../../../contract/changes.ts'
import { customerStatuses } from '../../../contract/customers.ts'
import { instant, stamps, version } from './columns.ts'

export const customers = pgTable('customers', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull().default(sql`DEFAULT`),
  status: text('status', { enum: customerStatuses }).notNull().default('active'),
  externalId: text('external_id'),
  source: text('source'),
  firstName: text('first_name'),
  lastName: text('last_name'),
  company: text('company'),
  name: text('name').notNull().generatedAlwaysAs(sql``),
  email: text('email'),
  phone: text('phone'),
  phoneTyped: text('phone_typed'),
  locale: text('locale'),
  timeZone: text('time_zone'),
  defaultBillingAddressId: uuid('default_billing_address_id'),
  defaultShippingAddressId: uuid('default_shipping_address_id'),
  registeredAt: instant('registered_at'),
  lastLoginAt: instant('last_login_at'),
  lastOrderAt: instant('last_order_at'),
  lastActivityAt: instant('last_activity_at').generatedAlwaysAs(sql``),
  version,
  ...stamps,
  searchName: text('search_name').notNull().generatedAlwaysAs(sql``),
  searchText: text('search_text').notNull().generatedAlwaysAs(sql``),
  searchDigits: text('search_digits').notNull().generatedAlwaysAs(sql``),
})

export const addresses = pgTable('addresses', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  kind: text('kind', { enum: addressKinds }).notNull(),
  recipient: text('recipient'),
  line1: text('line1').notNull(),
  line2: text('line2'),
  city: text('city').notNull(),
  region: text('region'),
  postalCode: text('postal_code'),
  country: text('country').notNull(),
  phone: text('phone'),
  status: text('status', { enum: addressStatuses }).notNull().default('live'),
  version,
  ...stamps,
})

export const changes = pgTable('changes', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  noun: text('noun', { enum: changedNouns }).notNull(),
  recordId: uuid('record_id').notNull(),
  version: integer('version').notNull(),
  field: text('field').notNull(),
  before: text('before'),
  after: text('after'),
  actorKind: text('actor_kind', { enum: changeActorKinds }).notNull(),
  by: uuid('by'),
  reason: text('reason'),
  requestId: text('request_id').notNull(),
  at: instant('at').notNull(),
})

export const customerStates = pgTable('customer_states', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  status: text('status', { enum: ['active', 'closed'] }).notNull(),
  reason: text('reason').notNull(),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
})

export const reveals = pgTable('reveals', {
  id: uuid('id').primaryKey(),
  customerId: uuid('customer_id').notNull(),
  purpose: text('purpose').notNull(),
  note: text('note'),
  by: uuid('by').notNull(),
  at: instant('at').notNull(),
  until: instant('until').notNull(),
})
