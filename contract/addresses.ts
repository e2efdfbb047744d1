import { z } from 'zod'
import { Provenance } from './changes.ts'
import { contactLine, phone } from './contact.ts'
import { country, id, instant, version } from './records.ts'
import { clearable, reason, short, text } from './text.ts'

export const addressKinds = ['billing', 'shipping', 'both'] as const
export const addressStatuses = ['live', 'retired'] as const

/** The address as it was when the order was placed; later edits never touch it. */
export const AddressSnapshot = z.object({
  recipient: z.string().nullable(),
  line1: z.string().nullable(),
  line2: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
})
export type AddressSnapshot = z.infer<typeof AddressSnapshot>

export const Address = AddressSnapshot.extend({
  id,
  customerId: id,
  kind: z.enum(addressKinds),
  phone: z.string().nullable(),
  status: z.enum(addressStatuses),
  defaultFor: z.array(z.enum(['billing', 'shipping'])),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type Address = z.infer<typeof Address>

/** One address, with where each of its fields comes from. */
export const AddressRecord = Address.extend({ provenance: Provenance })
export type AddressRecord = z.infer<typeof AddressRecord>

/** What staff write of an address; an empty text is no value. */
const addressFields = {
  kind: z.enum(addressKinds),
  recipient: clearable(contactLine(120)),
  line1: contactLine(200, 1),
  line2: clearable(contactLine(200)),
  city: text({ min: 1, max: 120 }),
  region: clearable(short),
  postalCode: clearable(text({ max: 20 })),
  country,
  phone: clearable(phone),
}
const { recipient, line2, region, postalCode, phone: telephone } = addressFields

/** `POST /api/addresses`: `defaultFor` makes it the customer's default in the same act. */
export const CreateAddress = z.strictObject({
  ...addressFields,
  recipient: recipient.default(null),
  line2: line2.default(null),
  region: region.default(null),
  postalCode: postalCode.default(null),
  phone: telephone.default(null),
  customerId: id,
  reason,
  defaultFor: z.array(z.enum(['billing', 'shipping'])).default([]),
})
export type CreateAddress = z.infer<typeof CreateAddress>

/** `PUT /api/addresses/{id}`: an absent field stays as it is. */
export const EditAddress = z.strictObject({ version, reason, ...z.object(addressFields).partial().shape })
export type EditAddress = z.infer<typeof EditAddress>

/** `retire`: of a default address, which live address takes its place, or null for none. */
export const RetireAddress = z.strictObject({ version, reason, replacementId: id.nullable().optional() })
export type RetireAddress = z.infer<typeof RetireAddress>
