import { useListContext } from 'react-admin'

/** Reads and sets fields of a list's filter; nothing set means no filter. */
export function useFilter() {
  const { filterValues, setFilters } = useListContext()
  const values: Record<string, unknown> = filterValues ?? {}

  function set(changes: Record<string, unknown>) {
    const next = Object.entries({ ...values, ...changes }).filter(
      ([, value]) => value !== null && value !== undefined,
    )
    setFilters(Object.fromEntries(next))
  }

  return { values, set }
}

/** The values of a filter that takes one or any of several. */
export function asList(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((each) => typeof each === 'string')
}
