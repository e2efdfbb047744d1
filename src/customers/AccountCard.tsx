import { useTranslate } from 'react-admin'
import type { CustomerRecord } from '../../contract/customers.ts'
import { SourceOf } from '../changes/SourceOf.tsx'
import { ValueWord } from '../changes/ValueWord.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { CopyButton } from '../fields/CopyButton.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'

const instants = ['lastOrderAt', 'lastLoginAt', 'registeredAt', 'lastActivityAt'] as const
const words = ['locale', 'timeZone'] as const

/** What is known of the account rather than of the person. */
export function AccountCard({ customer }: { customer: CustomerRecord }) {
  const t = useTranslate()
  const { id, provenance, externalId, source } = customer
  const of = { noun: 'customers', recordId: id, provenance } as const
  return (
    <CardSection title={t('resources.customers.account')}>
      <Facts wide>
        {instants.map((field) => (
          <Fact key={field} label={<SourceOf {...of} field={field} reported />}>
            <InstantField value={customer[field]} />
          </Fact>
        ))}
        {words.map((field) => (
          <Fact key={field} label={<SourceOf {...of} field={field} />}>
            <ValueWord noun="customers" field={field} value={customer[field]} />
          </Fact>
        ))}
        <Fact label={<SourceOf {...of} field="externalId" />}>
          {externalId ? (
            <>
              <bdi className="tabular">{[externalId, source].filter(Boolean).join(' · ')}</bdi>
              <CopyButton value={externalId} />
            </>
          ) : (
            <Nothing />
          )}
        </Fact>
      </Facts>
    </CardSection>
  )
}
