import SearchOff from '@mui/icons-material/SearchOffOutlined'
import { Alert, Box, Button, Skeleton } from '@mui/material'
import type { ReactNode } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { EmptyState } from '../fields/EmptyState.tsx'
import { useSearch } from '../layout/useSearch.ts'
import { useSearchTerm } from './useSearchTerm.ts'

/** The rows, or what stands in their place: loading, an error, filtered to nothing, nothing yet. */
export function ListBody({
  noun,
  invite,
  children,
}: {
  noun: Noun
  invite?: ReactNode
  children: ReactNode
}) {
  const t = useTranslate()
  const { isPending, error, data, filterValues, setFilters, page, setPage, refetch } = useListContext()
  const [term, setTerm] = useSearchTerm(noun)
  if (error && !data) return <ErrorState error={error} onRetry={() => refetch()} />
  if (isPending) return <SkeletonRows />
  if (data && data.length > 0)
    return (
      <>
        {error && <NotFresh error={error} onRetry={() => refetch()} />}
        {children}
      </>
    )
  if (page > 1)
    return (
      <EmptyState title={t('lists.over')} text={t('lists.over_says')}>
        <Button variant="outlined" onClick={() => setPage(1)}>
          {t('lists.to_start')}
        </Button>
      </EmptyState>
    )
  const isFiltered = term !== '' || Object.keys(filterValues ?? {}).length > 0
  if (!isFiltered)
    return (
      <EmptyState title={t(`resources.${noun}.empty`)} text={t(`resources.${noun}.invite`)}>
        {invite}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<SearchOff />}
      title={t('lists.nothing', { name: t(`resources.${noun}.name`, { smart_count: 2 }).toLowerCase() })}
      text={term === '' ? t('lists.nothing_filtered') : t('lists.nothing_searched', { term })}
    >
      <Button
        variant="outlined"
        onClick={() => {
          setTerm('')
          setFilters({})
        }}
      >
        {t('lists.show_all')}
      </Button>
      {term !== '' && <LookElsewhere noun={noun} term={term} />}
    </EmptyState>
  )
}

/** The rows of before stay, and are said to be that. */
function NotFresh({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslate()
  const failureText = useFailureText()
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {t('steward.errors.retry')}
        </Button>
      }
    >
      {failureText(error)}
    </Alert>
  )
}

/** Where a name or a number that is nobody's may belong to an order, and the other way round. */
const others: Partial<Record<Noun, 'customers' | 'purchases'>> = {
  customers: 'purchases',
  purchases: 'customers',
}

function LookElsewhere({ noun, term }: { noun: Noun; term: string }) {
  const t = useTranslate()
  const search = useSearch()
  const other = others[noun]
  if (!other) return null
  return (
    <Button sx={{ ml: 2 }} onClick={() => search(term, other)}>
      {t(`lists.look_in.${other}`)}
    </Button>
  )
}

function SkeletonRows() {
  const t = useTranslate()
  return (
    <Box aria-busy="true" aria-label={t('app.loading')}>
      {Array.from({ length: 12 }, (_, row) => (
        <Box
          key={String(row)}
          sx={{
            height: { xs: 69, sm: 44 },
            px: 3,
            display: 'flex',
            alignItems: 'center',
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Skeleton variant="text" width={`${70 - (row % 4) * 10}%`} />
        </Box>
      ))}
    </Box>
  )
}
