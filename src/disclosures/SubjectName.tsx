import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Subject } from '../../contract/disclosures.ts'
import { useCustomerName } from '../customers/useCustomerName.ts'
import { RowLink } from '../lists/RowLink.tsx'

/** Somebody a request is about: the customer, or what the agency gave where nobody was found. */
export function SubjectName({ subject }: { subject: Subject }) {
  const t = useTranslate()
  const nameOf = useCustomerName()
  const { customer, identifier, matchConfidence } = subject
  const given = identifier ? t('resources.disclosures.subjects.given', { identifier }) : null
  const confidence = t(`choices.matchConfidence.${matchConfidence}`)
  return (
    <>
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        {customer ? (
          <RowLink to={`/customers/${customer.id}/show`}>{nameOf(customer)}</RowLink>
        ) : (
          <bdi>{identifier}</bdi>
        )}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="div">
        {customer ? (
          <>
            <span className="tabular">{customer.reference}</span>
            {matchConfidence !== 'exact' && ` · ${confidence}`}
            {given && <bdi>{` · ${given}`}</bdi>}
          </>
        ) : (
          t('resources.disclosures.subjects.as_given')
        )}
      </Typography>
    </>
  )
}
