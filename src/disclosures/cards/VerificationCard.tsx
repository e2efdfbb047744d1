import { Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { InstantField } from '../../fields/InstantField.tsx'
import { StateChip } from '../../fields/StateChip.tsx'

type Props = { verification: Disclosure['verification']; action?: ReactNode }

/** Whether the officer is who they say, how that was found out, and by whom. */
export function VerificationCard({ verification, action }: Props) {
  const t = useTranslate()
  const { state, method, note, by, at } = verification
  return (
    <CardSection
      title={t('resources.disclosures.cards.verification')}
      actions={<StateChip kind="verification" state={state} />}
    >
      <Typography color="textSecondary">
        {method
          ? t(`choices.verificationMethod.${method}`)
          : t(`resources.disclosures.cards.${state === 'unverified' ? 'not_verified' : 'method_not_shown'}`)}
      </Typography>
      {note && (
        <Typography sx={{ mt: 2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          <bdi>{note}</bdi>
        </Typography>
      )}
      {by && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 2 }}>
          <bdi>{by.name}</bdi> · <InstantField value={at} />
        </Typography>
      )}
      {action}
    </CardSection>
  )
}
