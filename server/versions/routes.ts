import { Version, VersionRow } from '../../contract/versions.ts'
import { versions as table } from '../database/schema/revisions.ts'
import { anyIdOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { readVersion, readVersionRows } from './read.ts'

/** Earlier states of drafts, readable by whoever may read the draft itself. They are written by its saves alone. */
export const versions: NounSpec<VersionRow, Version> = {
  noun: 'versions',
  row: VersionRow,
  one: Version,
  list: {
    noun: 'versions',
    table,
    sorts: { version: sortBy(table.version), at: sortBy(table.at) },
    defaultSort: ['version', 'DESC'],
    filters: { revisionId: anyIdOf(table.revisionId) },
    rows: readVersionRows,
  },
  read: readVersion,
}
