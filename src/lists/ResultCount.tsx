import { Typography } from '@mui/material'
import { useListContext, useTranslate } from 'react-admin'
import { sayTotal } from '../fields/sayTotal.ts'

/** How many there are, as far as they were counted. */
export function ResultCount({ noun }: { noun: string }) {
  const t = useTranslate()
  const { total, meta, isPending, error, data } = useListContext()
  if (isPending || (error && !data)) return null
  const name = (count: number) => t(`resources.${noun}.name`, { smart_count: count }).toLowerCase()
  return (
    <Typography className="tabular" color="textSecondary" role="status">
      {t('lists.count', { total: sayTotal({ total, meta }), name: name(meta?.capped ? 2 : (total ?? 0)) })}
    </Typography>
  )
}
