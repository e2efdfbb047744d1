import { z } from 'zod'
import { By, id, instant, sha256, version } from './records.ts'
import { changeKinds } from './revisions.ts'

/** What a draft said before it was written on: by whom, and over which stretch of time. */
export const VersionRow = z.object({
  id,
  revisionId: id,
  version,
  contentSha256: sha256,
  by: By.nullable(),
  since: instant,
  at: instant,
})
export type VersionRow = z.infer<typeof VersionRow>

export const Version = VersionRow.extend({
  body: z.string(),
  changeSummary: z.string().nullable(),
  changeKind: z.enum(changeKinds),
})
export type Version = z.infer<typeof Version>
