import { z } from 'zod'
import { By, id, instant, version } from './records.ts'
import { text } from './text.ts'

/** Lists whose filter, order and columns can be kept under a name. */
export const viewNouns = ['customers', 'purchases', 'disclosures', 'revisions', 'events'] as const
export type ViewNoun = (typeof viewNouns)[number]

export const viewStates = ['live', 'retired'] as const

const name = text({ min: 1, max: 60 })
const field = z.string().regex(/^\w{1,60}$/)
/** As the list itself takes it; the list decides which names and values there are. */
const filter = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()).max(100)]))
const sort = z.tuple([field, z.enum(['ASC', 'DESC'])])
const columns = z
  .array(z.string().regex(/^[A-Za-z]{1,60}$/))
  .min(1)
  .max(60)

/** A list as somebody wants to see it again: what it filters by, in which order, and which columns stand in it. */
export const View = z.object({
  id,
  noun: z.enum(viewNouns),
  name: z.string(),
  filter,
  sort: sort.nullable(),
  columns: z
    .array(z.string())
    .nullable()
    .describe('those that stand in the table; null leaves them as they are'),
  shared: z.boolean().describe('true: everybody who may see the list sees the view too'),
  state: z.enum(viewStates),
  by: By.describe('whose view it is'),
  editable: z.boolean().describe('whether the reader may change, share and retire it'),
  version,
  createdAt: instant,
  updatedAt: instant,
})
export type View = z.infer<typeof View>

const fields = { name, filter, sort: sort.nullable(), columns: columns.nullable() }

/** `POST /api/views`: without `shared` it is one's own. */
export const CreateView = z.strictObject({
  noun: z.enum(viewNouns),
  ...fields,
  sort: fields.sort.default(null),
  columns: fields.columns.default(null),
  shared: z.boolean().default(false),
})
export type CreateView = z.infer<typeof CreateView>

/** `PUT /api/views/{id}`: another name, or the list as it stands now. */
export const EditView = z.strictObject({ version, ...z.object(fields).partial().shape })
export type EditView = z.infer<typeof EditView>

/** `share`: with the team, or with nobody any more. */
export const ShareView = z.strictObject({ version, shared: z.boolean() })
export type ShareView = z.infer<typeof ShareView>

export const RetireView = z.strictObject({ version })
export type RetireView = z.infer<typeof RetireView>
