import { Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { CustomerRecord, RevealedCustomer } from '../../contract/customers.ts'
import { SourceOf } from '../changes/SourceOf.tsx'
import { CardSection } from '../fields/CardSection.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { MaskedText } from '../fields/MaskedText.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { useMay } from '../session/useMay.ts'
import { RevealButton } from './RevealButton.tsx'
import { RevealedFor } from './RevealedFor.tsx'

type Props = {
  customer: CustomerRecord
  revealed: RevealedCustomer | null
  onRevealed: (revealed: RevealedCustomer | null) => void
}

const words = ['firstName', 'lastName', 'company'] as const

/** Who it is and how to reach them: masked until somebody says why they need it. */
export function ContactCard({ customer, revealed, onRevealed }: Props) {
  const t = useTranslate()
  const may = useMay()
  const of = { noun: 'customers', recordId: customer.id, provenance: customer.provenance } as const
  const isErased = customer.status === 'erased'
  return (
    <CardSection
      title={t('resources.customers.contact')}
      actions={
        revealed ? (
          <RevealedFor until={revealed.until} onOver={() => onRevealed(null)} />
        ) : isErased ? null : (
          <RevealButton customer={customer} onRevealed={onRevealed} />
        )
      }
    >
      <Facts>
        {words.map((field) => (
          <Fact key={field} label={<SourceOf {...of} field={field} />}>
            {customer[field] ? <bdi>{customer[field]}</bdi> : <Nothing />}
          </Fact>
        ))}
        <Fact label={<SourceOf {...of} field="email" />}>
          {revealed ? <Email value={revealed.email} /> : <MaskedText value={customer.email} />}
        </Fact>
        <Fact label={<SourceOf {...of} field="phone" />}>
          {revealed ? <Phone revealed={revealed} /> : <MaskedText value={customer.phone} />}
        </Fact>
      </Facts>
      {!revealed && !isErased && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 3 }}>
          {t(`resources.customers.${may('customers', 'reveal') ? 'masked' : 'masked_for_good'}`)}
        </Typography>
      )}
    </CardSection>
  )
}

function Email({ value }: { value: string | null }) {
  return value ? <Link href={`mailto:${value}`}>{value}</Link> : <Nothing />
}

function Phone({ revealed: { phone, phoneTyped } }: { revealed: RevealedCustomer }) {
  const t = useTranslate()
  if (phone) {
    return (
      <Link href={`tel:${phone}`} className="tabular">
        {phone}
      </Link>
    )
  }
  return phoneTyped ? (
    <>
      <bdi>{phoneTyped}</bdi> ({t('resources.customers.phone_as_typed')})
    </>
  ) : (
    <Nothing />
  )
}
