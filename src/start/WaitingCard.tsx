import { Box, Link, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase, type RaRecord, useGetList, useTranslate } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { sayTotal } from '../fields/sayTotal.ts'

type Props<Row extends RaRecord> = {
  noun: Noun
  title: string
  none: string
  filter: Record<string, unknown>
  sort: { field: string; order: 'ASC' | 'DESC' }
  perPage?: number
  /** How high its rows will be, where that is known. */
  height?: { xs: number; sm: number }
  children: (rows: Row[]) => ReactNode
}

/** The first few of a list, and the way to all of them. */
export function WaitingCard<Row extends RaRecord>(props: Props<Row>) {
  const { noun, title, none, filter, sort, perPage = 5, height = { xs: 132, sm: 132 }, children } = props
  const t = useTranslate()
  const { data, total, meta, isPending, error, refetch } = useGetList<Row>(noun, {
    filter,
    sort,
    pagination: { page: 1, perPage },
  })
  const to = `/${noun}?filter=${encodeURIComponent(JSON.stringify(filter))}`
  const isMore = meta?.capped === true || (total ?? 0) > perPage
  return (
    <CardSection
      title={title}
      flush
      actions={
        isMore && (
          <Link component={LinkBase} to={to} className="tabular">
            {t('start.see_all', { total: sayTotal({ total, meta }) })}
          </Link>
        )
      }
    >
      {isPending && <Skeleton variant="rectangular" sx={{ height }} />}
      {error && !data && <ErrorState error={error} onRetry={() => refetch()} />}
      {data?.length === 0 && (
        <Typography color="textSecondary" sx={{ px: 4, py: 4 }}>
          {none}
        </Typography>
      )}
      {data && data.length > 0 && <Box>{children(data)}</Box>}
    </CardSection>
  )
}
