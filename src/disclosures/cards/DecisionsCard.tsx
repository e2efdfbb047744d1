import { Box, Skeleton, Typography } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'
import type { Decision } from '../../../contract/disclosures.ts'
import { ErrorState } from '../../errors/ErrorState.tsx'
import { CardSection } from '../../fields/CardSection.tsx'
import { InstantField } from '../../fields/InstantField.tsx'

/** The decision log, which never changes: who, when, in which words, about which exact scope. */
export function DecisionsCard({ id, version }: { id: string; version: number }) {
  const t = useTranslate()
  // The version is part of what is asked, so that a decision just made is in the list at once.
  const { data, isPending, error, refetch } = useGetList<Decision>('decisions', {
    filter: { disclosureId: id },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'at', order: 'DESC' },
    meta: { version },
  })
  return (
    <CardSection title={t('resources.disclosures.cards.decisions')}>
      {error && !data && <ErrorState error={error} onRetry={() => refetch()} />}
      {isPending && <Skeleton variant="text" width="70%" />}
      {data?.length === 0 && (
        <Typography color="textSecondary">{t('resources.disclosures.cards.no_decisions')}</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {data?.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </Box>
    </CardSection>
  )
}

function DecisionLine({ decision }: { decision: Decision }) {
  const t = useTranslate()
  const { type, by, at, text, result, round, contentHash } = decision
  const about = result ? t(`resources.disclosures.decision_results.${type}.${result}`, { _: '' }) : ''
  return (
    <li>
      <Typography component="div">
        <strong>{t(`choices.decisionType.${type}`)}</strong>
        {about && `: ${about}`}
      </Typography>
      {text && (
        <Typography component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          <bdi>{text}</bdi>
        </Typography>
      )}
      <Typography variant="caption" color="textSecondary" component="div" className="tabular">
        <bdi>{by.name}</bdi> · <InstantField value={at} />
        {round > 1 && ` · ${t('resources.disclosures.cards.round', { round })}`}
        {` · ${contentHash.slice(0, 12)}`}
      </Typography>
    </li>
  )
}
