import { keepPreviousData } from '@tanstack/react-query'
import { type RaRecord, type SortPayload, useGetList } from 'react-admin'
import type { CustomerRow } from '../../contract/customers.ts'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import type { Noun } from '../../contract/permissions.ts'
import type { Policy } from '../../contract/policies.ts'
import type { PurchaseRow } from '../../contract/purchases.ts'
import type { RevisionRow } from '../../contract/revisions.ts'
import { useMay } from '../session/useMay.ts'

const shown = 5
export const shortest = 2

/** Whether it is worth asking for: one letter or digit tells nobody from anybody. */
export const isEnough = (typed: string) => typed.replace(/^#/, '').length >= shortest

export type Found = Omit<ReturnType<typeof useFound>, 'retry'>

/** What every list finds for a term, all asked at once; a list that the role may not see is not asked. */
export function useFound(term: string) {
  const customers = useHits<CustomerRow>('customers', term, { field: 'lastName', order: 'ASC' })
  const purchases = useHits<PurchaseRow>('purchases', term, { field: 'placedAt', order: 'DESC' })
  const disclosures = useHits<DisclosureRow>('disclosures', term, { field: 'createdAt', order: 'DESC' })
  const policies = useHits<Policy>('policies', term, { field: 'title', order: 'ASC' })
  const revisions = useHits<RevisionRow>('revisions', term, { field: 'createdAt', order: 'DESC' })
  const all = [customers, purchases, disclosures, policies, revisions]
  return {
    customers: customers.hits,
    purchases: purchases.hits,
    disclosures: disclosures.hits,
    policies: policies.hits,
    revisions: revisions.hits,
    count: all.reduce((sum, { hits }) => sum + hits.length, 0),
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    retry: () => all.map(({ retry }) => retry()),
  }
}

function useHits<Row extends RaRecord>(noun: Noun, q: string, sort: SortPayload) {
  const may = useMay()
  const enabled = isEnough(q) && may(noun, 'list')
  const { data, error, isFetching, refetch } = useGetList<Row>(
    noun,
    { filter: { q }, pagination: { page: 1, perPage: shown }, sort, meta: { uncounted: true } },
    {
      enabled,
      // What was typed before is no longer wanted, and a line that is down is told at once.
      retry: false,
      networkMode: 'always',
      placeholderData: keepPreviousData,
    },
  )
  return {
    hits: enabled && !error ? (data ?? []) : [],
    error: enabled ? error : null,
    isPending: enabled && isFetching,
    retry: () => enabled && refetch(),
  }
}
