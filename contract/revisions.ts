import { z } from 'zod'
import { DeferredEffect } from './deviations.ts'
import { Lint, lintCodes, Override, overridableLints } from './lints.ts'
import { countContainers } from './markdownContainers.ts'
import { By, id, instant, sha256, version } from './records.ts'
import { markdown, note, text } from './text.ts'

export const revisionStates = ['draft', 'in_review', 'ready', 'published', 'discarded'] as const
/** Not posted yet, and not given up. */
export const openStates = ['draft', 'in_review', 'ready'] as const
export const reviewActs = ['submit', 'return', 'approve'] as const
export const changeKinds = ['editorial', 'substantive'] as const
export const revisionOrigins = ['staff', 'imported'] as const

/** Rendering takes the square of the number of lists and quotes: as many as these take about a second. */
const mostContainers = 2000

/** What people do to a draft; which of it is possible depends on its state, on who asks and on the shop's setting. */
export const draftActs = ['edit', 'submit', 'return', 'approve', 'publish', 'discard'] as const
export type DraftAct = (typeof draftActs)[number]

/** The words of a policy: Markdown, at most 200 KB and 2,000 list items and quotes. */
export const policyText = markdown.refine(
  (value) => countContainers(value) <= mostContainers,
  'Use at most 2,000 list items and quotes.',
)

/** What changed, in the words that the public reads beside the revision: 20 to 2,000 characters. */
export const changeSummary = text({ min: 20, max: 2000, multiline: true })

export const RevisionRow = z.object({
  id,
  policyId: id,
  number: z.int().nullable(),
  state: z.enum(revisionStates),
  inForce: z.boolean(),
  coming: z.boolean().describe('posted, and not in effect yet'),
  changeKind: z.enum(changeKinds),
  changeSummary: z.string().nullable(),
  contentSha256: sha256,
  origin: z.enum(revisionOrigins),
  createdBy: By.nullable(),
  publishedBy: By.nullable(),
  publishedAt: instant.nullable(),
  effectiveAt: instant.nullable(),
  supersededAt: instant.nullable(),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type RevisionRow = z.infer<typeof RevisionRow>

export const Revision = RevisionRow.extend({
  body: z.string(),
  baseRevisionId: id.nullable(),
  baseNumber: z.int().nullable(),
  latest: z
    .object({ id, number: z.int(), contentSha256: sha256 })
    .nullable()
    .describe('the revision posted last, which a draft has to be based on'),
  editors: z.array(By),
  reasonInternal: z.string().nullable(),
  discardReason: z.string().nullable(),
  reviews: z
    .array(
      z.object({
        act: z.enum(reviewActs),
        by: By,
        at: instant,
        comments: z.string().nullable(),
        contentSha256: sha256,
      }),
    )
    .describe('what was said about it in review, the latest first'),
  lints: z.array(Lint).describe('what the checks before a publication find now; of a posted one, none'),
  overrides: z
    .array(
      z.object({
        code: z.enum(lintCodes),
        found: z.array(z.string()),
        reason: z.string(),
        by: By,
        at: instant,
      }),
    )
    .describe('what the checks found when it was published, and why it was published all the same'),
  acts: z
    .record(z.enum(draftActs), z.string().nullable())
    .describe('null where the reader can do it now, else why not'),
})
export type Revision = z.infer<typeof Revision>

/** `POST /api/revisions`: a draft that starts from the text posted last, or from the one given. */
export const CreateRevision = z.strictObject({
  policyId: id,
  body: policyText.optional(),
  changeKind: z.enum(changeKinds).optional(),
})
export type CreateRevision = z.infer<typeof CreateRevision>

export const EditRevision = z.strictObject({
  version,
  body: policyText.optional(),
  changeKind: z.enum(changeKinds).optional(),
  changeSummary: text({ max: 2000, multiline: true }).nullable().optional(),
  reasonInternal: note.nullable().optional(),
  baseRevisionId: id
    .optional()
    .describe('the revision posted last, once its changes are merged into this draft'),
  autosave: z
    .literal(true)
    .optional()
    .describe('saved by the page itself: one version and one event per author and ten minutes'),
})
export type EditRevision = z.infer<typeof EditRevision>

/** `POST /api/revisions/{id}/publish`: takes effect at the posting instant; what was compared is what is published. */
export const PublishRevision = z
  .strictObject({
    version,
    reviewedSha256: sha256,
    changeSummary,
    effectiveAt: instant.optional().describe('only together with a posted deviation'),
    deviation: DeferredEffect.optional().describe('posted with it; says what holds until it takes effect'),
    overrides: z.array(Override).max(overridableLints.length).optional(),
  })
  .refine(({ deviation, effectiveAt }) => deviation === undefined || effectiveAt !== undefined, {
    path: ['effectiveAt'],
    message: 'This is needed.',
  })
export type PublishRevision = z.infer<typeof PublishRevision>

/** `submit`: to somebody else who reads it before it may be published. */
export const SubmitRevision = z.strictObject({ version, changeSummary, comments: note.optional() })
export type SubmitRevision = z.infer<typeof SubmitRevision>

export const ReturnRevision = z.strictObject({
  version,
  comments: text({ min: 10, max: 4000, multiline: true }),
})
export type ReturnRevision = z.infer<typeof ReturnRevision>

/** `approve`: this text and no other. */
export const ApproveRevision = z.strictObject({ version, reviewedSha256: sha256, comments: note.optional() })
export type ApproveRevision = z.infer<typeof ApproveRevision>

/** `POST /api/revisions/{id}/bringBack`: what an earlier version said, saved anew. */
export const BringBack = z.strictObject({ version, versionId: id })
export type BringBack = z.infer<typeof BringBack>

/** `POST /api/revisions/{id}/attend`: says every few seconds that a page has the draft open. No act on the record. */
export const Attend = z.strictObject({
  desk: id.describe('the page, of which one person may have several'),
  doing: z.enum(['reading', 'typing', 'leaving']),
})
export type Attend = z.infer<typeof Attend>

/** Who else is there; `isMe` is another page of the same person. */
export const Attendance = z.object({
  version,
  others: z.array(By.extend({ isTyping: z.boolean(), isMe: z.boolean() })),
})
export type Attendance = z.infer<typeof Attendance>
