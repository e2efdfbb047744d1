import { useMemo } from 'react'
import { useTranslate } from 'react-admin'
import type { CustomerRecord } from '../../contract/customers.ts'
import { FormGrid } from '../changes/inputs/FormGrid.tsx'
import { MaskedLine } from '../changes/inputs/MaskedLine.tsx'
import { SuggestLine } from '../changes/inputs/SuggestLine.tsx'
import { TextLine } from '../changes/inputs/TextLine.tsx'
import { languages, sayLanguage, timeZones } from './languages.ts'

/** What staff correct of a customer. */
export const correctable = ['firstName', 'lastName', 'company', 'email', 'phone', 'locale', 'timeZone']

export function CustomerInputs({ customer }: { customer: CustomerRecord }) {
  const t = useTranslate()
  const choices = useMemo(() => ({ languages: languages(), timeZones: timeZones() }), [])
  return (
    <FormGrid>
      <TextLine noun="customers" source="firstName" autoFocus />
      <TextLine noun="customers" source="lastName" />
      <TextLine noun="customers" source="company" wide />
      <MaskedLine noun="customers" source="email" masked={customer.email} wide />
      <MaskedLine
        noun="customers"
        source="phone"
        masked={customer.phone}
        help={t('resources.customers.phone_help')}
        wide
      />
      <SuggestLine noun="customers" source="locale" options={choices.languages} say={sayLanguage} />
      <SuggestLine noun="customers" source="timeZone" options={choices.timeZones} />
    </FormGrid>
  )
}
