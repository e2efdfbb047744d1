import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import type { Batch } from '../../contract/batches.ts'
import type { By } from '../../contract/records.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { ReasonText } from '../purchases/ReasonText.tsx'
import { useScopeText } from './useScopeText.ts'

/** Why, which purchases, and who did what when. */
export function FactsCard({ batch }: { batch: Batch }) {
  const t = useTranslate()
  const scopeText = useScopeText()
  const { reason, note, proposedBy, approvedBy, stoppedBy, reverses, reversedBy } = batch
  const label = (field: string) => t(`resources.batches.fields.${field}`)
  return (
    <CardSection title={t('resources.batches.about')}>
      <Facts>
        {reason && (
          <Fact label={label('reason')}>
            <ReasonText reason={reason} />
          </Fact>
        )}
        {note && (
          <Fact label={label('note')}>
            <bdi style={{ whiteSpace: 'pre-wrap' }}>{note}</bdi>
          </Fact>
        )}
        <Fact label={label('scope')}>{scopeText(batch)}</Fact>
        <Fact label={label(batch.state === 'proposed' || approvedBy ? 'proposed' : 'started')}>
          <Done by={proposedBy} at={batch.proposedAt} />
        </Fact>
        {approvedBy && (
          <Fact label={label('approved')}>
            <Done by={approvedBy} at={batch.approvedAt} />
          </Fact>
        )}
        {batch.endedAt && (
          <Fact label={label('ended')}>
            <Done by={stoppedBy} at={batch.endedAt} />
          </Fact>
        )}
        {reverses && (
          <Fact label={label('reverses')}>
            <BatchLink to={reverses}>{t('resources.batches.original')}</BatchLink>
          </Fact>
        )}
        {reversedBy && (
          <Fact label={label('reversedBy')}>
            <BatchLink to={reversedBy}>{t('resources.batches.reversal')}</BatchLink>
          </Fact>
        )}
      </Facts>
    </CardSection>
  )
}

const Done = ({ by, at }: { by: By | null; at: string | null }) => (
  <>
    {by && (
      <>
        <bdi>{by.name}</bdi>,{' '}
      </>
    )}
    <InstantField value={at} />
  </>
)

const BatchLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <RowLink to={`/batches/${to}/show`}>{children}</RowLink>
)
