import { Chip } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'

const aMinute = 60_000

/** How much waits, only where something does. */
export function WaitingCount({ noun, filter }: { noun: Noun; filter: object }) {
  const t = useTranslate()
  const { total = 0 } = useGetList(
    noun,
    { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } },
    { refetchInterval: aMinute },
  )
  if (total === 0) return null
  return (
    <Chip
      size="small"
      className="tabular"
      label={total}
      aria-label={t('app.waiting', { smart_count: total })}
      sx={{ height: 20, fontWeight: 600, bgcolor: 'warning.light', color: 'warning.main' }}
    />
  )
}
