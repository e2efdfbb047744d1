import { Skeleton, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { RevisionLines } from '../revisions/RevisionLines.tsx'
import { usePublished } from '../revisions/usePublished.ts'

/** Everything that was ever promised, the latest first. */
export function HistoryCard({ policyId }: { policyId: string }) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = usePublished(policyId)
  return (
    <CardSection title={t('resources.policies.history')} flush>
      {isPending && <Skeleton variant="rectangular" height={132} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t('resources.policies.no_history')}
        </Typography>
      )}
      {data && data.length > 0 && <RevisionLines revisions={data} />}
    </CardSection>
  )
}
