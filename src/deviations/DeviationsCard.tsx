import { Box, Button, Skeleton, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import type { Deviation } from '../../contract/deviations.ts'
import type { Policy } from '../../contract/policies.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PublicLink } from '../revisions/PublicLink.tsx'
import { DeviationActs } from './DeviationActs.tsx'
import { DeviationWords } from './DeviationWords.tsx'
import { NewDeviationButton } from './NewDeviationButton.tsx'

const order: readonly Deviation['standing'][] = ['running', 'coming', 'draft']
const base = 'resources.deviations'

/** Where the shop departs from the policy now, will, or may; what is over on demand. */
export function DeviationsCard({ policy }: { policy: Policy }) {
  const t = useTranslate()
  const [isPastShown, setPastShown] = useState(false)
  const { data, isPending, error, refetch } = useGetList<Deviation>('deviations', {
    filter: { policyId: policy.id },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  })
  const open = order.flatMap((standing) => data?.filter((each) => each.standing === standing) ?? [])
  const past = data?.filter((each) => !open.includes(each)) ?? []
  return (
    <CardSection title={t(`${base}.title`)} flush actions={<NewDeviationButton policy={policy} />}>
      {isPending && <Skeleton variant="rectangular" height={72} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && open.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t(`${base}.none`)}
        </Typography>
      )}
      <Items deviations={open} language={policy.language} />
      {past.length > 0 && (
        <Box
          sx={{
            px: 4,
            py: 2,
            borderTop: 1,
            borderColor: 'divider',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 4,
            alignItems: 'center',
          }}
        >
          <Button
            color="secondary"
            size="small"
            aria-expanded={isPastShown}
            onClick={() => setPastShown(!isPastShown)}
          >
            {t(`${base}.${isPastShown ? 'hide_past' : 'show_past'}`, { smart_count: past.length })}
          </Button>
          <PublicLink path={`${policy.publicPath}/deviations`} />
        </Box>
      )}
      {isPastShown && <Items deviations={past} language={policy.language} />}
    </CardSection>
  )
}

function Items({ deviations, language }: { deviations: readonly Deviation[]; language: string }) {
  const t = useTranslate()
  return deviations.map((deviation) => (
    <Box key={deviation.id} sx={{ p: 4, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 1 }}>
        <Typography variant="h3">{t(`${base}.kinds.${deviation.kind}`)}</Typography>
        <StateChip kind="deviation" state={deviation.standing} />
      </Box>
      <DeviationWords deviation={deviation} language={language} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 2, mt: 2, '&:empty': { display: 'none' } }}>
        <DeviationActs deviation={deviation} language={language} />
      </Stack>
    </Box>
  ))
}
