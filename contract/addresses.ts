import { z } from 'zod'
import { id, instant, version } from './records.ts'

export const addressKinds = ['billing', 'shipping', 'both'] as const

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
  status: z.enum(['live', 'retired']),
  defaultFor: z.array(z.enum(['billing', 'shipping'])),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type Address = z.infer<typeof Address>
