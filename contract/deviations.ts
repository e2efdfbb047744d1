import { z } from 'zod'
import { countContainers } from './markdownContainers.ts'
import { By, day, id, instant, version } from './records.ts'
import { text } from './text.ts'

export const deviationKinds = ['deferred_effect', 'limited_scope', 'temporary_departure'] as const
/** A deferred effect is posted together with its revision and in no other way. */
export const draftedKinds = ['limited_scope', 'temporary_departure'] as const
export const deviationStates = ['draft', 'posted', 'ended', 'discarded'] as const
/** Whether a posted one runs is a matter of time alone. */
const deviationStandings = ['draft', 'discarded', 'coming', 'running', 'over'] as const

const mostContainers = 200

/** What is done otherwise than the policy says, and why, as the public reads it: Markdown, 20 to 4,000 characters. */
export const deviationText = text({ min: 20, max: 4000, multiline: true }).refine(
  (value) => countContainers(value) <= mostContainers,
  'Use at most 200 list items and quotes.',
)
/** Whom or what it concerns, in a line. */
const appliesTo = text({ min: 3, max: 250 })

export const Deviation = z.object({
  id,
  policyId: id,
  kind: z.enum(deviationKinds),
  state: z.enum(deviationStates),
  standing: z.enum(deviationStandings),
  text: z.string(),
  appliesTo: z.string(),
  startsAt: instant.nullable().describe('null in a draft that starts when it is posted'),
  endsAt: instant.nullable().describe('null until further notice'),
  reviewOn: day.nullable().describe('when one that runs until further notice is looked at again'),
  revisionId: id.nullable(),
  revisionNumber: z.int().nullable(),
  createdBy: By,
  postedBy: By.nullable(),
  postedAt: instant.nullable(),
  endedBy: By.nullable(),
  endedAt: instant.nullable(),
  endNote: z.string().nullable(),
  discardReason: z.string().nullable(),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type Deviation = z.infer<typeof Deviation>

const dates = {
  startsAt: instant.nullable().optional().describe('absent or null: from the posting on'),
  endsAt: instant.nullable().optional().describe('absent or null: until further notice'),
  reviewOn: day.nullable().optional(),
}

/** `POST /api/deviations`: a draft that nobody outside sees. */
export const CreateDeviation = z.strictObject({
  policyId: id,
  kind: z.enum(draftedKinds),
  text: deviationText,
  appliesTo,
  ...dates,
})
export type CreateDeviation = z.infer<typeof CreateDeviation>

export const EditDeviation = z.strictObject({
  version,
  kind: z.enum(draftedKinds).optional(),
  text: deviationText.optional(),
  appliesTo: appliesTo.optional(),
  ...dates,
})
export type EditDeviation = z.infer<typeof EditDeviation>

export const PostDeviation = z.strictObject({ version })
export type PostDeviation = z.infer<typeof PostDeviation>

/** `end`: earlier than was posted, with what the public reads about it from then on. */
export const EndDeviation = z.strictObject({ version, note: text({ min: 10, max: 2000, multiline: true }) })
export type EndDeviation = z.infer<typeof EndDeviation>

/** What goes with a revision that takes effect later than it is posted. */
export const DeferredEffect = z.strictObject({ text: deviationText, appliesTo })
export type DeferredEffect = z.infer<typeof DeferredEffect>
