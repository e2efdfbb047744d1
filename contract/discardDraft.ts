import { z } from 'zod'
import { version } from './records.ts'
import { note } from './text.ts'

/** `discard`: a draft of any noun is given up for a reason, and kept. */
export const DiscardDraft = z.strictObject({
  version,
  reason: note.min(1, 'Say why the draft is discarded.'),
})
export type DiscardDraft = z.infer<typeof DiscardDraft>
