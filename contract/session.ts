import { z } from 'zod'
import { roles } from './permissions.ts'
import { id } from './records.ts'

const password = z.string().min(1, 'Type your password.').max(128, 'A password has at most 128 characters.')

/** `POST /api/session` */
export const SignIn = z.strictObject({
  email: z.string().trim().min(1, 'Type your e-mail address.').max(254, 'That is not an e-mail address.'),
  password,
})
export type SignIn = z.infer<typeof SignIn>

/** `POST /api/session/step-up`: the password again, for acts that need a proof of identity of this moment. */
export const StepUp = z.strictObject({ password })
export type StepUp = z.infer<typeof StepUp>

/** Who is signed in, and what the role may do as `noun.verb`. */
export const Session = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  permissions: z.array(z.string()),
})
export type Session = z.infer<typeof Session>

/** `GET /api/session/demo`: an account of the demonstration shop, as the sign-in page offers it. */
export const DemoAccount = z.object({ email: z.string(), name: z.string(), role: z.enum(roles) })
export type DemoAccount = z.infer<typeof DemoAccount>
