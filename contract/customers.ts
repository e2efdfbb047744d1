import { z } from 'zod'
import { Address, AddressSnapshot } from './addresses.ts'
import { Provenance } from './changes.ts'
import { email, locale, phone, timeZone } from './contact.ts'
import { Readiness } from './readiness.ts'
import { By, id, instant, version } from './records.ts'
import { clearable, note, reason, seenLength, short } from './text.ts'

export const customerStatuses = ['active', 'closed', 'erased'] as const
export const revealPurposes = [
  'customer_request',
  'order_problem',
  'address_correction',
  'fraud_check',
  'legal_duty',
  'other',
] as const

/** A customer as lists and pages show one: contact data masked for everyone. */
export const Customer = z.object({
  id,
  reference: z.string(),
  status: z.enum(customerStatuses),
  name: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable().describe('masked'),
  phone: z.string().nullable().describe('masked'),
  city: z.string().nullable().describe('of the default shipping or billing address'),
  country: z.string().nullable(),
  readiness: Readiness,
  externalId: z.string().nullable(),
  source: z.string().nullable(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  registeredAt: instant.nullable(),
  lastLoginAt: instant.nullable(),
  lastOrderAt: instant.nullable(),
  lastActivityAt: instant.nullable(),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type Customer = z.infer<typeof Customer>

/** A customer in a list that was searched by `q`. */
export const CustomerRow = Customer.extend({
  foundBy: z
    .enum(['former_email'])
    .optional()
    .describe('why the search found it, where the row does not show it'),
})
export type CustomerRow = z.infer<typeof CustomerRow>

/** One customer as its page shows it. */
export const CustomerRecord = Customer.extend({
  phoneUnreadable: z.boolean().describe('the number could not be read and is kept as it was typed'),
  defaultBillingAddressId: id.nullable(),
  defaultShippingAddressId: id.nullable(),
  provenance: Provenance,
  states: z
    .array(z.object({ id, status: z.enum(['active', 'closed']), reason: z.string(), by: By, at: instant }))
    .describe('closed and reopened, the latest first'),
})
export type CustomerRecord = z.infer<typeof CustomerRecord>

/** The fields that staff may correct; an absent one stays as it is, null or an empty text clears it. */
const customerFields = {
  firstName: clearable(short),
  lastName: clearable(short),
  company: clearable(short),
  email: clearable(email),
  phone: clearable(phone),
  locale: clearable(locale),
  timeZone: clearable(timeZone),
  defaultBillingAddressId: id.nullable(),
  defaultShippingAddressId: id.nullable(),
}

/** `PUT /api/customers/{id}`: what is corrected, and why. */
export const EditCustomer = z.strictObject({ version, reason, ...z.object(customerFields).partial().shape })
export type EditCustomer = z.infer<typeof EditCustomer>

/** `close` and `reopen`: the reason is kept with the account. */
export const ChangeCustomerState = z.strictObject({ version, reason })
export type ChangeCustomerState = z.infer<typeof ChangeCustomerState>

/** `POST /api/customers/{id}/reveal`: why the contact data is needed in clear. */
export const RevealCustomer = z
  .strictObject({
    purpose: z.enum(revealPurposes),
    note: note.optional(),
    purchaseId: id.optional().describe('a purchase of the customer whose copies of addresses are needed too'),
  })
  .refine(({ purpose, note }) => purpose !== 'other' || seenLength(note ?? '') >= 10, {
    path: ['note'],
    message: 'Say what you need the contact data for (at least 10 characters).',
  })
export type RevealCustomer = z.infer<typeof RevealCustomer>

/** The contact data in clear, until the instant at which the screen hides it again. */
export const RevealedCustomer = z.object({
  id,
  until: instant,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  phoneTyped: z.string().nullable().describe('the number as it was typed, when it could not be read'),
  addresses: z.array(Address),
  purchase: z
    .object({ id, billingSnapshot: AddressSnapshot.nullable(), shippingSnapshot: AddressSnapshot.nullable() })
    .nullable()
    .describe('the addresses as they were when it was placed'),
})
export type RevealedCustomer = z.infer<typeof RevealedCustomer>
