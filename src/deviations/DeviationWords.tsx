import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Deviation } from '../../contract/deviations.ts'
import { DayField } from '../fields/DayField.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { sayShortly } from '../fields/sayInstant.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { MarkdownText } from '../revisions/MarkdownText.tsx'

type Props = { deviation: Deviation; language: string }

/** What everybody reads, or will read once it is posted. */
export function DeviationWords({ deviation, language }: Props) {
  const t = useTranslate()
  const { appliesTo, text, revisionId, revisionNumber, endedAt, endedBy, endNote } = deviation
  const base = 'resources.deviations'
  return (
    <>
      <Typography color="textSecondary" component="div">
        <Runs deviation={deviation} />
        {revisionId && revisionNumber && (
          <>
            {' · '}
            <RowLink to={`/revisions/${revisionId}/show`}>
              {t('resources.revisions.numbered', { number: revisionNumber })}
            </RowLink>
          </>
        )}
      </Typography>
      <Typography sx={{ my: 1, overflowWrap: 'anywhere' }}>
        {t(`${base}.applies_to`)} <bdi lang={language}>{appliesTo}</bdi>
      </Typography>
      <MarkdownText text={text} language={language} />
      {endedAt && (
        <Box sx={{ overflowWrap: 'anywhere' }}>
          {t(`${base}.ended_by`, { name: endedBy?.name })}, <InstantField value={endedAt} />:{' '}
          <bdi>{endNote}</bdi>
        </Box>
      )}
    </>
  )
}

function Runs({ deviation: { startsAt, endsAt, reviewOn } }: { deviation: Deviation }) {
  const t = useTranslate()
  const base = 'resources.deviations.runs'
  return (
    <>
      {startsAt ? (
        <>
          {t(`${base}.from`)} <Exactly at={startsAt} />
        </>
      ) : (
        t(`${base}.from_posting`)
      )}{' '}
      {endsAt && (
        <>
          {t(`${base}.to`)} <Exactly at={endsAt} />
        </>
      )}
      {!endsAt && reviewOn && (
        <>
          {t(`${base}.open`)} <DayField value={reviewOn} />
        </>
      )}
      {!endsAt && !reviewOn && t(`${base}.no_end`)}
    </>
  )
}

/** Both ends in the same words, so that they can be told apart at a glance. */
function Exactly({ at }: { at: string }) {
  return (
    <time dateTime={at} className="tabular">
      {sayShortly(new Date(at))}
    </time>
  )
}
