import { Box } from '@mui/material'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { RequestMarks } from './RequestMarks.tsx'
import { useRequestName } from './useRequestName.ts'

/** The reference, and what nobody may overlook about the request. */
export function RequestLink({ request }: { request: DisclosureRow }) {
  const nameOf = useRequestName()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
      <RowLink to={`/disclosures/${request.id}/show`}>{nameOf(request)}</RowLink>
      <RequestMarks request={request} />
    </Box>
  )
}
