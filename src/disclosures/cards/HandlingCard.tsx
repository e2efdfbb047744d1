import { useReference, useTranslate } from 'react-admin'
import type { Disclosure, DisclosureRow } from '../../../contract/disclosures.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { DayField } from '../../fields/DayField.tsx'
import { Facts } from '../../fields/Facts.tsx'
import { InstantField } from '../../fields/InstantField.tsx'
import { RowLink } from '../../lists/RowLink.tsx'
import { useRequestName } from '../useRequestName.ts'
import { FactIf } from './FactIf.tsx'

/** Who did what with it, and what else belongs to it. */
export function HandlingCard({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { createdBy, createdAt, loggedBy, loggedAt, assignedTo, relatedRequestId } = disclosure
  const { accountingSuspension, costNote, discardReason, refusalGround, outcome } = disclosure
  return (
    <CardSection title={t('resources.disclosures.cards.handling')}>
      <Facts>
        <FactIf name="outcome">{outcome !== 'pending' && t(`choices.outcome.${outcome}`)}</FactIf>
        <FactIf name="refusalGround">{refusalGround && t(`choices.refusalGround.${refusalGround}`)}</FactIf>
        <FactIf name="discardReason">{discardReason}</FactIf>
        <FactIf name="createdAt">
          <InstantField value={createdAt} />
          {createdBy && <bdi>{` · ${createdBy.name}`}</bdi>}
        </FactIf>
        <FactIf name="loggedAt">
          {loggedAt && (
            <>
              <InstantField value={loggedAt} />
              {loggedBy && <bdi>{` · ${loggedBy.name}`}</bdi>}
            </>
          )}
        </FactIf>
        <FactIf name="assignedTo">{assignedTo?.name}</FactIf>
        <FactIf name="relatedRequestId">{relatedRequestId && <Related id={relatedRequestId} />}</FactIf>
        <FactIf name="accountingSuspension">
          {accountingSuspension && (
            <>
              {t(`choices.suspensionKind.${accountingSuspension.kind}`)} · {accountingSuspension.statementBy}
              {accountingSuspension.until && (
                <>
                  {' · '}
                  <DayField value={accountingSuspension.until} />
                </>
              )}
            </>
          )}
        </FactIf>
        <FactIf name="costNote">{costNote}</FactIf>
      </Facts>
    </CardSection>
  )
}

function Related({ id }: { id: string }) {
  const nameOf = useRequestName()
  const { referenceRecord } = useReference<DisclosureRow>({ reference: 'disclosures', id })
  if (!referenceRecord) return null
  return (
    <span className="tabular">
      <RowLink to={`/disclosures/${id}/show`}>{nameOf(referenceRecord)}</RowLink>
    </span>
  )
}
