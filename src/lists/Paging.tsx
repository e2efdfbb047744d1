import { Box } from '@mui/material'
import { useDeferredValue } from 'react'
import { Pagination, useListContext } from 'react-admin'

/** Nothing to turn, no buttons to turn it. Rows are read before pages are turned, and so are drawn before. */
export function Paging() {
  const { total, perPage, page, data } = useListContext()
  const areRowsDrawn = useDeferredValue(true, false)
  if (!data || data.length === 0) return null
  if (page === 1 && total !== undefined && total <= Math.min(perPage, 25)) return null
  return <Box sx={{ minHeight: 52 }}>{areRowsDrawn && <Pagination rowsPerPageOptions={[25, 50, 100]} />}</Box>
}
