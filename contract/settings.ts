import { z } from 'zod'
import { By, id, instant, version } from './records.ts'
import { text } from './text.ts'

export const settingKeys = ['requirements', 'deactivation', 'publishing'] as const
export type SettingKey = (typeof settingKeys)[number]

/** What is required for an account is required for each of its orders as well. */
export const requirementLevels = ['required_for_account', 'required_for_order', 'optional'] as const
export type RequirementLevel = (typeof requirementLevels)[number]

/** What a customer may be asked for. `name` is a first name, a last name or a company. */
export const requirementFields = [
  'name',
  'company',
  'email',
  'phone',
  'billingAddress',
  'shippingAddress',
  'locale',
  'timeZone',
] as const
export type RequirementField = (typeof requirementFields)[number]

export const Requirement = z.strictObject({
  requirement: z.enum(requirementLevels),
  label: text({ min: 1, max: 120 }).describe('what the field is called in front of a customer'),
  why: text({ min: 1, max: 250 }).describe('why the shop asks for it'),
})
export type Requirement = z.infer<typeof Requirement>

const ofEveryField = <Each extends z.ZodType>(each: Each) =>
  ({
    name: each,
    company: each,
    email: each,
    phone: each,
    billingAddress: each,
    shippingAddress: each,
    locale: each,
    timeZone: each,
  }) satisfies Record<RequirementField, Each>

/** Which information is necessary and which is left to the customer ("Some information is necessary"). */
export const Requirements = z.strictObject(ofEveryField(Requirement))
export type Requirements = z.infer<typeof Requirements>

/** The matrix as it is kept: what was stated to be no card number when it was written is not refused when it is read. */
export const KeptRequirements = z.object(
  ofEveryField(z.object({ requirement: z.enum(requirementLevels), label: z.string(), why: z.string() })),
)

/** Whole days without activity after which an account counts as inactive. */
export const Deactivation = z.strictObject({
  inactiveDays: z
    .number()
    .multipleOf(1, 'Give whole days.')
    .min(1, 'Give at least one day.')
    .max(3650, 'Give at most 3,650 days, which is ten years.'),
})
export type Deactivation = z.infer<typeof Deactivation>

/** Whether a policy is published by somebody else than whoever edited it last. */
export const Publishing = z.strictObject({ twoPersons: z.boolean() })
export type Publishing = z.infer<typeof Publishing>

export type SettingValues = {
  requirements: Requirements
  deactivation: Deactivation
  publishing: Publishing
}

const stored = { id, version, updatedAt: instant, updatedBy: By.nullable().describe('null for the default') }

/** A setting as it is now. */
export const Setting = z.discriminatedUnion('key', [
  z.object({ ...stored, key: z.literal('requirements'), value: KeptRequirements }),
  z.object({ ...stored, key: z.literal('deactivation'), value: Deactivation }),
  z.object({ ...stored, key: z.literal('publishing'), value: Publishing }),
])
export type Setting = z.infer<typeof Setting>

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullable()
const history = z.array(
  z.object({
    version,
    by: By.nullable().describe('null for the default'),
    at: instant,
    changes: z
      .array(z.object({ field: z.string(), before: scalar, after: scalar }))
      .describe('from the version before; none of the first'),
  }),
)

/** A setting with its last hundred versions, the latest first. */
export const SettingRecord = z.intersection(Setting, z.object({ history }))
export type SettingRecord = z.infer<typeof SettingRecord>

/** `PUT /api/settings/{id}`: the whole value in the shape of its key. */
export const EditSetting = z.strictObject({ version, value: z.record(z.string(), z.unknown()) })
export type EditSetting = z.infer<typeof EditSetting>
