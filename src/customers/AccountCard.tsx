import { useTranslate } from 'react-admin'
import type { Customer } from '../../contract/customers.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'

const instants = ['registeredAt', 'lastLoginAt', 'lastOrderAt', 'lastActivityAt'] as const
const words = ['company', 'externalId', 'source', 'locale', 'timeZone'] as const

export function AccountCard({ customer }: { customer: Customer }) {
  const t = useTranslate()
  return (
    <CardSection title={t('resources.customers.account')}>
      <Facts wide>
        {instants.map((field) => (
          <Fact key={field} label={t(`resources.customers.fields.${field}`)}>
            <InstantField value={customer[field]} />
          </Fact>
        ))}
        {words.map((field) => (
          <Fact key={field} label={t(`resources.customers.fields.${field}`)}>
            {customer[field] ? <bdi>{customer[field]}</bdi> : <Nothing />}
          </Fact>
        ))}
      </Facts>
    </CardSection>
  )
}
