import { Box } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'
import { sayNumber } from '../fields/sayNumber.ts'

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
    <Box
      component="span"
      className="tabular"
      sx={{
        px: 2,
        borderRadius: 2.5,
        fontSize: 12,
        lineHeight: '20px',
        fontWeight: 600,
        bgcolor: 'warning.light',
        color: 'warning.main',
      }}
    >
      <span aria-hidden="true">{sayNumber(total)}</span>
      <Box component="span" sx={hiddenFromEyes}>
        {t('app.waiting', { smart_count: total })}
      </Box>
    </Box>
  )
}
