import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { Facts } from '../../fields/Facts.tsx'
import { sayCountry } from '../../fields/sayCountry.ts'
import { FactIf } from './FactIf.tsx'

export function RequesterCard({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { agency, officer, agencyCaseNumber } = disclosure
  if (!agency && !officer && !agencyCaseNumber) return null
  const place = [agency?.region, sayCountry(agency?.country ?? null)].filter(Boolean).join(', ')
  return (
    <CardSection title={t('resources.disclosures.cards.requester')}>
      <Facts>
        <FactIf name="agency">{agency?.name}</FactIf>
        <FactIf name="agency.type">{agency?.type && t(`choices.agencyType.${agency.type}`)}</FactIf>
        <FactIf name="agency.country">{place}</FactIf>
        <FactIf name="agency.address">{agency?.address}</FactIf>
        <FactIf name="agencyCaseNumber">{agencyCaseNumber}</FactIf>
        <FactIf name="officer">{[officer?.name, officer?.title].filter(Boolean).join(', ')}</FactIf>
        <FactIf name="officer.badgeOrId">{officer?.badgeOrId}</FactIf>
        <FactIf name="officer.officialEmail">{officer?.officialEmail}</FactIf>
        <FactIf name="officer.phone">{officer?.phone}</FactIf>
      </Facts>
    </CardSection>
  )
}
