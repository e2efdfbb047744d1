import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { sayLanguage } from '../fields/sayLanguage.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { HashText } from '../revisions/HashText.tsx'
import { PublicLink } from '../revisions/PublicLink.tsx'
import { useRevisionName } from '../revisions/useRevisionName.ts'

/** What is promised now, where the public reads it, and how to prove it. */
export function InForceCard({
  policy: { current, coming, publicPath, contactEmail, language },
}: {
  policy: Policy
}) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  return (
    <CardSection title={t('resources.policies.in_force')}>
      {!current && (
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {t('resources.policies.nothing_in_force')}
        </Typography>
      )}
      <Facts>
        {current && (
          <>
            <Fact label={t('resources.revisions.fields.number')}>
              <RowLink to={`/revisions/${current.id}/show`}>{nameOf(current)}</RowLink>
            </Fact>
            <Fact label={t('resources.policies.fields.since')}>
              <InstantField value={current.effectiveAt} />
            </Fact>
          </>
        )}
        {coming.map((next) => (
          <Fact key={next.id} label={t('states.revision.coming')}>
            <RowLink to={`/revisions/${next.id}/show`}>{nameOf(next)}</RowLink>
            {', '}
            <InstantField value={next.effectiveAt} />
          </Fact>
        ))}
        <Fact label={t('resources.policies.fields.publicPath')}>
          {current ? <PublicLink path={publicPath} /> : publicPath}
        </Fact>
        <Fact label={t('resources.policies.fields.contactEmail')}>{contactEmail || <Nothing />}</Fact>
        <Fact label={t('resources.policies.fields.language')}>{sayLanguage(language) ?? language}</Fact>
        {current && (
          <Fact label={t('resources.revisions.fields.contentSha256')}>
            <HashText value={current.contentSha256} />
          </Fact>
        )}
      </Facts>
    </CardSection>
  )
}
