import { FormHelperText } from '@mui/material'
import { useId, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import type { CustomerRecord } from '../../contract/customers.ts'
import { FormGrid } from '../changes/inputs/FormGrid.tsx'
import { MaskedLine } from '../changes/inputs/MaskedLine.tsx'
import { SuggestLine } from '../changes/inputs/SuggestLine.tsx'
import { TextLine } from '../changes/inputs/TextLine.tsx'
import { sayLanguage } from '../fields/sayLanguage.ts'
import { WhyAsked } from '../settings/WhyAsked.tsx'
import { languages, timeZones } from './languages.ts'

/** What staff correct of a customer. */
export const correctable = ['firstName', 'lastName', 'company', 'email', 'phone', 'locale', 'timeZone']

export function CustomerInputs({ customer }: { customer: CustomerRecord }) {
  const t = useTranslate()
  const nameId = useId()
  const choices = useMemo(() => ({ languages: languages(), timeZones: timeZones() }), [])
  return (
    <FormGrid>
      <TextLine noun="customers" source="firstName" describedBy={nameId} autoFocus />
      <TextLine noun="customers" source="lastName" describedBy={nameId} />
      <FormHelperText id={nameId} sx={{ gridColumn: '1 / -1', mx: 3.5, mt: -3 }}>
        <WhyAsked field="name" />
      </FormHelperText>
      <TextLine noun="customers" source="company" help={<WhyAsked field="company" />} wide />
      <MaskedLine
        noun="customers"
        source="email"
        masked={customer.email}
        help={<WhyAsked field="email" />}
        wide
      />
      <MaskedLine
        noun="customers"
        source="phone"
        masked={customer.phone}
        help={
          <>
            <WhyAsked field="phone" />
            {!customer.phone && t('resources.customers.phone_help')}
          </>
        }
        wide
      />
      <SuggestLine
        noun="customers"
        source="locale"
        options={choices.languages}
        say={sayLanguage}
        help={<WhyAsked field="locale" />}
      />
      <SuggestLine
        noun="customers"
        source="timeZone"
        options={choices.timeZones}
        help={<WhyAsked field="timeZone" />}
      />
    </FormGrid>
  )
}
