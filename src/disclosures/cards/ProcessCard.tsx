import { Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { DayField } from '../../fields/DayField.tsx'
import { Facts } from '../../fields/Facts.tsx'
import { InstantField } from '../../fields/InstantField.tsx'
import { DueText } from '../DueText.tsx'
import { isCompulsory } from '../isCompulsory.ts'
import { FactIf } from './FactIf.tsx'

export function ProcessCard({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { legalProcess, legalBasisText, issuingJudgeOrSignatory, issuedOn, serviceDate, expiresOn } =
    disclosure
  const { receivedAt, channel, dueAt, dueReason, state, policyRevision } = disclosure
  const force = isCompulsory(disclosure) ? 'compulsory' : 'voluntary'
  return (
    <CardSection title={t('resources.disclosures.cards.process')}>
      <Facts>
        <FactIf name="legalProcess">
          {legalProcess &&
            `${t(`choices.legalProcess.${legalProcess}`)} (${t(`resources.disclosures.cards.${force}`)})`}
        </FactIf>
        <FactIf name="legalBasisText">{legalBasisText}</FactIf>
        <FactIf name="issuingJudgeOrSignatory">{issuingJudgeOrSignatory}</FactIf>
        <FactIf name="issuedOn">{issuedOn && <DayField value={issuedOn} />}</FactIf>
        <FactIf name="serviceDate">{serviceDate && <DayField value={serviceDate} />}</FactIf>
        <FactIf name="expiresOn">{expiresOn && <DayField value={expiresOn} />}</FactIf>
        <FactIf name="receivedAt">
          {receivedAt && (
            <>
              <InstantField value={receivedAt} />
              {channel && ` · ${t(`choices.channel.${channel}`)}`}
            </>
          )}
        </FactIf>
        <FactIf name="dueAt">{dueAt && <DueText dueAt={dueAt} state={state} />}</FactIf>
        <FactIf name="dueReason">{dueReason}</FactIf>
        <FactIf name="policyRevision">
          {policyRevision && (
            <Link
              href={`/policy/${policyRevision.policyKey}/revisions/${policyRevision.number}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('resources.disclosures.cards.revision', { number: policyRevision.number })}
            </Link>
          )}
        </FactIf>
      </Facts>
    </CardSection>
  )
}
