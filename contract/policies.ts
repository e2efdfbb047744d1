import { z } from 'zod'
import { id, instant, sha256, version } from './records.ts'
import { short } from './text.ts'

export const policyKeys = ['privacy', 'terms', 'law_enforcement_guidelines', 'returns'] as const

export const Policy = z.object({
  id,
  key: z.string(),
  title: z.string(),
  contactEmail: z.string(),
  language: z.string(),
  publicPath: z.string(),
  current: z.object({ id, number: z.int(), effectiveAt: instant, contentSha256: sha256 }).nullable(),
  coming: z
    .array(z.object({ id, number: z.int(), effectiveAt: instant }))
    .describe('posted, and to take effect later; the next first'),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type Policy = z.infer<typeof Policy>

const contactEmail = z.email('This is not an e-mail address.').max(254, 'Use at most 254 characters.')
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language code such as en.')
  .max(35, 'Use a language code such as en.')

/** `POST /api/policies`: a document of its own with a public address, `/policy/{key}`. */
export const CreatePolicy = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,59}$/, 'Use small letters, digits and underscores, such as privacy.'),
  title: short.min(1, 'This is needed.'),
  contactEmail,
  language: language.default('en'),
})
export type CreatePolicy = z.infer<typeof CreatePolicy>

/** `PUT /api/policies/{id}`: how it is called and whom the public can ask. The key is a public address and stays. */
export const EditPolicy = z.strictObject({
  version,
  title: short.min(1, 'This is needed.').optional(),
  contactEmail: contactEmail.optional(),
  language: language.optional(),
})
export type EditPolicy = z.infer<typeof EditPolicy>
