import { Box, Skeleton, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { sayExactly, sayShortly } from '../fields/sayInstant.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { HashText } from '../revisions/HashText.tsx'
import { useInForceAt } from '../revisions/useInForceAt.ts'
import { useRevisionName } from '../revisions/useRevisionName.ts'
import { PolicyTitle } from './PolicyTitle.tsx'

/** What was promised at that instant: the revision then in force of each policy, one click away, with its hash. */
export function PromisesCard({ at }: { at: string }) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  const { data, isPending, error, refetch } = useInForceAt({ at })
  return (
    <CardSection title={t('resources.policies.promised')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('resources.policies.promised_at')}{' '}
        <time dateTime={at} title={sayExactly(new Date(at))} className="tabular">
          {sayShortly(new Date(at))}
        </time>
      </Typography>
      {isPending && <Skeleton variant="rounded" height={44} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Typography>{t('resources.policies.nothing_promised')}</Typography>}
      {data?.map((revision) => (
        <Box key={revision.id} sx={{ '&:not(:last-child)': { mb: 2 }, overflowWrap: 'anywhere' }}>
          <RowLink to={`/revisions/${revision.id}/show`}>
            <PolicyTitle id={revision.policyId} /> · {nameOf(revision)}
          </RowLink>
          <Box>
            <HashText value={revision.contentSha256} short />
          </Box>
        </Box>
      ))}
    </CardSection>
  )
}
