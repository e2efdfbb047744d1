import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { and, sql } from 'drizzle-orm'
import { type BatchScope, batchLimits, CreateBatch } from '../../contract/batches.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { purchases } from '../database/schema/purchases.ts'
import { Refused } from '../errors.ts'
import { parseQuery } from '../lists/listQuery.ts'
import { purchaseList } from '../purchases/purchaseList.ts'

type Scope = Pick<CreateBatch, 'ids' | 'filter' | 'excludeIds'>

/**
 * The ids that a batch is to work on, each once, in their order: those named, or those that the purchases' own list
 * finds by the filter, without those left out.
 * @throws BAD_QUERY as the list does; TOO_MANY_ITEMS
 */
export async function idsIn(tx: Tx, by: Staff, now: Date, scope: Scope): Promise<string[]> {
  const { ids, filter = {}, excludeIds = [] } = scope
  if (ids) {
    const excluded = new Set(excludeIds)
    return [...new Set(ids)].filter((id) => !excluded.has(id)).sort()
  }
  const params = new URLSearchParams({ filter: JSON.stringify(filter) })
  const { where } = parseQuery(purchaseList, { by, now }, params)
  const notExcluded = sql`${purchases.id} <> ALL(${sql.param(excludeIds)}::uuid[])`
  const found = await tx
    .select({ id: purchases.id })
    .from(purchases)
    .where(excludeIds.length > 0 ? and(where, notExcluded) : where)
    .limit(batchLimits.items + 1)
  if (found.length > batchLimits.items) {
    throw new Refused('TOO_MANY_ITEMS', { values: { limit: batchLimits.items.toLocaleString('en') } })
  }
  return found.map(({ id }) => id).sort()
}

/** What is kept of a scope. The words of a search name people, so only that there were some is kept. */
export function scopeKept({ ids, filter, excludeIds = [] }: Scope): BatchScope {
  const { q, ...named } = filter ?? {}
  return {
    filter: filter ? named : null,
    searched: q !== undefined,
    ids: ids?.length ?? null,
    excluded: excludeIds.length,
  }
}

/** Tells one scope from another. */
export function scopeHash({ ids, filter, excludeIds = [] }: Scope): Buffer {
  const text = canonicalize({ ids, filter, excludeIds: excludeIds.toSorted() })
  return createHash('sha256')
    .update(text ?? '')
    .digest()
}

/** What a request of this kind searches people by, such as a name; a search like that of the list is an event. */
export function searchIn(raw: unknown): { noun: string; term: string } | null {
  const { dryRunId, filter } = CreateBatch.parse(raw)
  const term = dryRunId === undefined ? filter?.q : undefined
  return typeof term === 'string' && term.trim() !== '' ? { noun: 'purchases', term } : null
}
