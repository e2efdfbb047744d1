import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Provenance } from '../../contract/changes.ts'
import { changes } from '../database/schema/customers.ts'
import type { Fields } from './differences.ts'

const sources = { customer: 'customer_form', staff: 'staff', import: 'import', system: 'system' } as const

type LatestChange = { field: string; kind: keyof typeof sources; at: string }
type Known = { createdAt: string; fields: Fields; isImported: boolean; latest: LatestChange[] }

/** The latest change of each field of a record, inside the statement that reads the record. */
export function latestChanges(recordId: Column): SQL<LatestChange[]> {
  return sql`(SELECT coalesce(json_agg(json_build_object('field', field, 'kind', actor_kind, 'at', at)), '[]')
    FROM (SELECT DISTINCT ON (field) field, actor_kind, at FROM ${changes}
      WHERE record_id = ${recordId} ORDER BY field, version DESC) AS latest)`
}

/**
 * Where each field of a record that holds something comes from: its latest change, or how the record itself came in,
 * of which no change is kept.
 */
export function provenanceOf({ createdAt, fields, isImported, latest }: Known): Provenance {
  const changed = new Map(
    latest.map(({ field, kind, at }) => [field, { source: sources[kind], at: new Date(at).toISOString() }]),
  )
  const first = { source: isImported ? 'import' : 'system', at: createdAt } as const
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === null ? [] : [[field, changed.get(field) ?? first]],
    ),
  )
}
