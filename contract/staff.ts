import { z } from 'zod'
import { roles } from './permissions.ts'

/** Without a second factor a password has at least this many characters (NIST SP 800-63B, rev. 4). */
const passwordLength = { least: 15, most: 128 } as const

/** What makes an account. */
export const NewStaff = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Say the name of the person.')
    .max(200, 'A name has at most 200 characters.'),
  email: z.email('That is not an e-mail address.').max(254, 'That is not an e-mail address.'),
  role: z.enum(roles, `A role is one of ${roles.join(', ')}.`),
  password: z
    .string()
    .min(passwordLength.least, `A password has at least ${passwordLength.least} characters.`)
    .max(passwordLength.most, `A password has at most ${passwordLength.most} characters.`),
})
export type NewStaff = z.infer<typeof NewStaff>
