import { Pagination, useListContext } from 'react-admin'

/** Nothing to turn, no buttons to turn it. */
export function Paging() {
  const { total, perPage, page, data } = useListContext()
  if (!data || data.length === 0) return null
  if (page === 1 && total !== undefined && total <= Math.min(perPage, 25)) return null
  return <Pagination rowsPerPageOptions={[25, 50, 100]} />
}
