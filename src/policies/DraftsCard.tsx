import { Box, List, ListItem, Skeleton, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { addressOf } from '../revisions/addresses.ts'
import { stateOf } from '../revisions/stateOf.ts'
import { useOpenDrafts } from './useOpenDrafts.ts'

/** Who is writing at what. */
export function DraftsCard({ policyId }: { policyId: string }) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = useOpenDrafts(policyId)
  return (
    <CardSection title={t('resources.policies.drafts')} flush>
      {isPending && <Skeleton variant="rectangular" height={52} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t('resources.policies.no_drafts')}
        </Typography>
      )}
      {data && data.length > 0 && (
        <List disablePadding>
          {data.map((draft) => (
            <ListItem
              key={draft.id}
              sx={{
                gap: 4,
                minHeight: 52,
                justifyContent: 'space-between',
                '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
              }}
            >
              <Box sx={{ minWidth: 0 }}>
                <RowLink to={addressOf(draft)}>
                  {draft.createdBy
                    ? t('resources.policies.draft_by', { name: draft.createdBy.name })
                    : t('resources.policies.draft_by_nobody')}
                </RowLink>
                {draft.changeSummary && (
                  <Typography color="textSecondary" noWrap>
                    <bdi>{draft.changeSummary}</bdi>
                  </Typography>
                )}
              </Box>
              <Box sx={{ flexShrink: 0, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
                {draft.state !== 'draft' && <StateChip kind="revision" state={stateOf(draft)} />}
                <InstantField value={draft.updatedAt} inRow />
              </Box>
            </ListItem>
          ))}
        </List>
      )}
    </CardSection>
  )
}
