import { Box, Skeleton, TextField, Typography } from '@mui/material'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import type { Policy } from '../../contract/policies.ts'
import { day } from '../../contract/records.ts'
import type { RevisionRow } from '../../contract/revisions.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { DayField } from '../fields/DayField.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { HashText } from '../revisions/HashText.tsx'
import { PublicLink } from '../revisions/PublicLink.tsx'
import { useInForceAt } from '../revisions/useInForceAt.ts'
import { useRevisionName } from '../revisions/useRevisionName.ts'

const today = () => new Date().toISOString().slice(0, 10)

/** A day is typed, and here is what this policy promised on it; the day stands in the address. */
export function OnADayCard({ policy }: { policy: Policy }) {
  const t = useTranslate()
  const id = useId()
  const [params, setParams] = useSearchParams()
  const asked = params.get('on') ?? ''
  const isDay = day.safeParse(asked).success
  const hasCome = asked <= today()
  return (
    <CardSection title={t('resources.policies.on_a_day')}>
      <TextField
        id={id}
        type="date"
        label={t('resources.policies.day')}
        value={asked}
        onChange={({ target }) => setParams(target.value ? { on: target.value } : {}, { replace: true })}
        error={isDay && !hasCome}
        helperText={t(`resources.policies.${isDay && !hasCome ? 'day_to_come' : 'day_help'}`)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today() } }}
        sx={{ width: 240, maxWidth: '100%' }}
      />
      <Box aria-live="polite" sx={{ '&:not(:empty)': { mt: 3 } }}>
        {isDay && hasCome && <OnThatDay policy={policy} asked={asked} />}
      </Box>
    </CardSection>
  )
}

function OnThatDay({ policy, asked }: { policy: Policy; asked: string }) {
  const t = useTranslate()
  const { data, isPending, error, refetch } = useInForceAt({ at: asked, policyId: policy.id })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton variant="rounded" height={96} />
  const revision = data?.[0]
  if (!revision) return <Typography>{t('resources.policies.nothing_on_that_day')}</Typography>
  return <Answer revision={revision} address={`${policy.publicPath}/at/${asked}`} />
}

function Answer({ revision, address }: { revision: RevisionRow; address: string }) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  const { id, effectiveAt, supersededAt, contentSha256 } = revision
  return (
    <Facts>
      <Fact label={t('resources.policies.in_force')}>
        <RowLink to={`/revisions/${id}/show`}>{nameOf(revision)}</RowLink>
      </Fact>
      <Fact label={t('resources.revisions.fields.from')}>
        <DayField value={effectiveAt} />
      </Fact>
      <Fact label={t('resources.revisions.fields.until')}>
        {supersededAt ? <DayField value={supersededAt} /> : t('resources.revisions.still')}
      </Fact>
      <Fact label={t('resources.policies.public_answer')}>
        <PublicLink path={address} />
      </Fact>
      <Fact label={t('resources.revisions.fields.contentSha256')}>
        <HashText value={contentSha256} />
      </Fact>
    </Facts>
  )
}
