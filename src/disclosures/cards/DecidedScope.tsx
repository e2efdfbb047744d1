import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Disclosure, Subject } from '../../../contract/disclosures.ts'
import { ScopeWords } from './ScopeWords.tsx'

type Props = { subject: Subject; request: Pick<Disclosure, 'categories' | 'scopeFrom' | 'scopeTo'> }

/** What a decision about somebody comes to: which data of which days, or why none. */
export function DecidedScope({ subject, request }: Props) {
  const t = useTranslate()
  const { decision, reason, reasonText } = subject
  const why = [reason ? t(`choices.exclusionReason.${reason}`) : '', reasonText ?? '']
    .filter(Boolean)
    .join(': ')
  const categories = subject.categories ?? request.categories
  const scopeFrom = subject.scopeFrom ?? request.scopeFrom
  const scopeTo = subject.scopeTo ?? request.scopeTo
  return (
    <>
      {decision === 'produce' && <ScopeWords {...request} />}
      {decision === 'partial' && (
        <ScopeWords categories={categories} scopeFrom={scopeFrom} scopeTo={scopeTo} />
      )}
      {why && (
        <Typography color="textSecondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
          <bdi>{why}</bdi>
        </Typography>
      )}
    </>
  )
}
