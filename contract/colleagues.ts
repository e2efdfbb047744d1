import { z } from 'zod'
import { roles } from './permissions.ts'
import { id } from './records.ts'

/** Active staff as their colleagues see them. */
export const Colleague = z.object({ id, name: z.string(), role: z.enum(roles) })
export type Colleague = z.infer<typeof Colleague>
