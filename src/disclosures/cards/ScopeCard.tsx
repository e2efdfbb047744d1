import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { Facts } from '../../fields/Facts.tsx'
import { FactIf } from './FactIf.tsx'
import { RangeWords } from './ScopeWords.tsx'

/** Which data are asked for, on which ground, and why we answer. */
export function ScopeCard({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { categories, scopeFrom, scopeTo, scopeOverrideReason, ground, liabilityBasis, justification } =
    disclosure
  if (categories.length === 0 && !ground && !justification && !liabilityBasis) return null
  const paragraphs = { whiteSpace: 'pre-wrap' } as const
  return (
    <CardSection title={t('resources.disclosures.cards.scope')}>
      <Facts>
        <FactIf name="categories">
          {categories.map((category) => t(`choices.category.${category}`)).join(', ')}
        </FactIf>
        <FactIf name="range">
          {categories.length > 0 && <RangeWords scopeFrom={scopeFrom} scopeTo={scopeTo} />}
        </FactIf>
        <FactIf name="scopeOverrideReason">{scopeOverrideReason}</FactIf>
        <FactIf name="ground">{ground && t(`choices.ground.${ground}`)}</FactIf>
        <FactIf name="liabilityBasis">
          {liabilityBasis && <span style={paragraphs}>{liabilityBasis}</span>}
        </FactIf>
        <FactIf name="justification">
          {justification && <span style={paragraphs}>{justification}</span>}
        </FactIf>
      </Facts>
    </CardSection>
  )
}
