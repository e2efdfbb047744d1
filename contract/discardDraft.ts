import { z } from 'zod'
import { version } from './records.ts'
import { neededNote } from './text.ts'

/** `discard`: a draft of any noun is given up for a reason, and kept. */
export const DiscardDraft = z.strictObject({
  version,
  reason: neededNote('Say why the draft is discarded.'),
})
export type DiscardDraft = z.infer<typeof DiscardDraft>
