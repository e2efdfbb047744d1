import type { Columns } from '../mapping.ts'

export type Preset<Field extends string> = {
  name: string
  source: string
  /** Headings that together belong to this shop system alone; stores add columns of their own. */
  signature: readonly string[]
  columns: Columns<Field>
}
