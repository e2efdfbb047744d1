import { useTranslate } from 'react-admin'
import type { ActivityFacts } from '../../contract/purchases.ts'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { sayNumber } from '../fields/sayNumber.ts'

/** What the activity rule goes by, so that whoever decides sees the same numbers. */
export function ActivityFactsList({ facts, wide = false }: { facts: ActivityFacts; wide?: boolean }) {
  const t = useTranslate()
  const days = (count: number) =>
    t('resources.purchases.facts.days', { smart_count: count, count: sayNumber(count) })
  return (
    <Facts wide={wide}>
      <Fact label={t('resources.purchases.facts.inactive')}>
        {facts.inactiveDays === null ? <Nothing /> : days(facts.inactiveDays)}
      </Fact>
      <Fact label={t('resources.purchases.facts.required')}>{days(facts.requiredInactiveDays)}</Fact>
      <Fact label={t('resources.purchases.facts.lastLoginAt')}>
        <InstantField value={facts.lastLoginAt} />
      </Fact>
      <Fact label={t('resources.purchases.facts.lastOrderAt')}>
        <InstantField value={facts.lastOrderAt} />
      </Fact>
      <Fact label={t('resources.purchases.facts.finalAt')}>
        <InstantField value={facts.finalAt} />
      </Fact>
      <Fact label={t('resources.purchases.facts.openMatter')}>{t(`states.matter.${facts.openMatter}`)}</Fact>
    </Facts>
  )
}
