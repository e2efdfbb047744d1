import { Typography } from '@mui/material'
import { useListContext, useTranslate } from 'react-admin'
import { sayNumber } from '../fields/sayNumber.ts'

/** How many there are, honestly: past 10,000 nobody counted. */
export function ResultCount({ noun }: { noun: string }) {
  const t = useTranslate()
  const { total, meta, isPending } = useListContext()
  if (isPending) return null
  const name = (count: number) => t(`resources.${noun}.name`, { smart_count: count }).toLowerCase()
  const text = meta?.capped
    ? t('lists.count_capped', { name: name(2) })
    : t('lists.count', { total: sayNumber(total ?? 0), name: name(total ?? 0) })
  return (
    <Typography className="tabular" color="textSecondary" role="status">
      {text}
    </Typography>
  )
}
