import type { SortPayload } from 'react-admin'
import type { View } from '../../../contract/views.ts'

/** Columns of a table as it stands: all that there are, and those shown. */
export type TableColumns = { all: readonly string[]; shown: readonly string[] }

/** What of a list a view keeps, as it stands now. */
export type Standing = Pick<View, 'filter' | 'sort' | 'columns'>

/** The search is left out: it may be somebody's name. */
export function asStands(
  filter: Record<string, unknown>,
  { field, order }: SortPayload,
  columns: TableColumns | null,
): Standing {
  const kept = Object.entries(filter).flatMap(([name, value]) =>
    isKept(value) ? [[name, value] as const] : [],
  )
  return {
    filter: Object.fromEntries(kept),
    sort: [field, order],
    columns: columns ? [...columns.shown] : null,
  }
}

function isKept(value: unknown): value is View['filter'][string] {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string')
  return typeof value === 'string' || typeof value === 'boolean'
}

/** Whether a list stands as the view has it; columns only where both know of any. */
export function isAs(view: Standing, standing: Standing): boolean {
  const sameColumns =
    view.columns === null ||
    standing.columns === null ||
    same([...view.columns].sort(), [...standing.columns].sort())
  return (
    same(sorted(view.filter), sorted(standing.filter)) &&
    (!view.sort || same(view.sort, standing.sort)) &&
    sameColumns
  )
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const sorted = (filter: View['filter']) =>
  Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1))
