import { z } from 'zod'

/** Shapes that every noun shares. */
export const id = z.uuid().toLowerCase()
export const instant = z.iso.datetime({ offset: true })
export const day = z.iso.date()
export const version = z.int().min(1)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A person as records name people. */
export const By = z.object({ id, name: z.string() })
export type By = z.infer<typeof By>

export const country = z.string().regex(/^[A-Z]{2}$/, 'Use the two-letter code of the country, such as DE.')
