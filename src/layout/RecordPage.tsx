import { Box, Stack } from '@mui/material'
import type { ReactNode } from 'react'
import { type RaRecord, RecordContextProvider, useShowController, useTranslate } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { PageHeader } from './PageHeader.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

/** Lists hold summaries: a record read for its own page is kept apart from the rows. */
export const whole = { whole: true }

type Props<One extends RaRecord> = { noun: Noun; children: (record: One) => ReactNode }

/** A record's own page, in each of its states: loading, gone, not readable now, there. */
export function RecordPage<One extends RaRecord>({ noun, children }: Props<One>) {
  const t = useTranslate()
  const { record, error, isPending, refetch } = useShowController<One>({
    resource: noun,
    // The page says by itself what is wrong; react-admin would leave for the list.
    queryOptions: { meta: whole, onError: () => undefined, refetchOnWindowFocus: false },
  })
  if (record) return <RecordContextProvider value={record}>{children(record)}</RecordContextProvider>
  if (isPending) return <PageSkeleton />
  return (
    <>
      <PageHeader title={t(`resources.${noun}.name`, { smart_count: 1 })} />
      <ErrorState
        error={error}
        onRetry={() => refetch()}
        list={{ to: `/${noun}`, name: t(`resources.${noun}.name`, { smart_count: 2 }) }}
      />
    </>
  )
}

/** Main column and side column; one under the other where it is narrow. */
export function RecordColumns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
        gap: 4,
        alignItems: 'start',
        pb: { xs: 18, sm: 0 },
      }}
    >
      <Stack spacing={4} sx={{ minWidth: 0 }}>
        {children}
      </Stack>
      <Stack spacing={4} sx={{ minWidth: 0 }}>
        {side}
      </Stack>
    </Box>
  )
}
