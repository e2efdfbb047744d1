import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Subject } from '../../contract/disclosures.ts'
import { useCustomerName } from '../customers/useCustomerName.ts'
import { RowLink } from '../lists/RowLink.tsx'

type Props = {
  subject: Subject
  /** Without the way to the customer's page, which would leave a dialog behind. */
  plain?: boolean
}

/** Somebody a request is about: the customer, or what the agency gave where nobody was found. */
export function SubjectName({ subject, plain = false }: Props) {
  const t = useTranslate()
  const nameOf = useCustomerName()
  const { customer, identifier, matchConfidence } = subject
  const given = identifier ? t('resources.disclosures.subjects.given', { identifier }) : null
  const confidence = t(`choices.matchConfidence.${matchConfidence}`)
  return (
    <>
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        {customer && !plain ? (
          <RowLink to={`/customers/${customer.id}/show`}>{nameOf(customer)}</RowLink>
        ) : (
          <Box component="span" sx={{ fontWeight: 500 }}>
            <bdi>{customer ? nameOf(customer) : identifier}</bdi>
          </Box>
        )}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
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
