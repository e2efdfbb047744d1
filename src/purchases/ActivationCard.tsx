import { Box, Link, Stack, Typography } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import type { Purchase } from '../../contract/purchases.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { ActivityFactsList } from './ActivityFactsList.tsx'
import { useBatchOf } from './useBatchOf.ts'

/** Why it was deactivated or brought back, each time, and what the rule goes by. */
export function ActivationCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const { history, activityFacts, eligibility } = purchase
  const batchOf = useBatchOf(purchase)
  return (
    <CardSection title={t('resources.purchases.history')}>
      <Stack spacing={4}>
        {history.length === 0 ? (
          <Typography color="textSecondary">{t('resources.purchases.never_deactivated')}</Typography>
        ) : (
          <Stack component="ol" spacing={3} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {history.map((entry, index) => (
              <Entry
                key={entry.id}
                entry={entry}
                batchId={batchOf(entry)}
                isInForce={index === 0 && activityFacts !== null}
              />
            ))}
          </Stack>
        )}
        <Box>
          <Typography variant="h3" sx={{ mb: 2 }}>
            {t(activityFacts ? 'resources.purchases.activity_then' : 'resources.purchases.activity')}
          </Typography>
          <ActivityFactsList facts={activityFacts ?? eligibility.facts} wide />
        </Box>
      </Stack>
    </CardSection>
  )
}

type EntryProps = {
  entry: Purchase['history'][number]
  batchId: string | null
  /** Its facts stand below. */
  isInForce: boolean
}

function Entry({ entry, batchId, isInForce }: EntryProps) {
  const { activation, by, at, reason, note, activityFacts } = entry
  const t = useTranslate()
  const what = activation === 'deactivated' ? 'deactivated_by' : 'reactivated_by'
  return (
    <Box component="li">
      <Typography>
        {t(`resources.purchases.${what}`, { name: by.name })}{' '}
        {batchId && (
          <Link component={LinkBase} to={`/batches/${batchId}/show`}>
            {t('resources.purchases.in_batch')}
          </Link>
        )}{' '}
        · <InstantField value={at} />
      </Typography>
      {reason && <Typography color="textSecondary">{t(`choices.deactivationReason.${reason}`)}</Typography>}
      {note && (
        <Typography color="textSecondary" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          <bdi>{note}</bdi>
        </Typography>
      )}
      {activityFacts && !isInForce && (
        <Box component="details" sx={{ mt: 1 }}>
          <Typography component="summary" sx={{ cursor: 'pointer', minHeight: 24, mb: 1 }}>
            {t('resources.purchases.activity_then')}
          </Typography>
          <ActivityFactsList facts={activityFacts} wide />
        </Box>
      )}
    </Box>
  )
}
