import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { VerifyDisclosure } from '../../../contract/disclosureActs.ts'
import { verificationMethods } from '../../../contract/disclosureChoices.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { ReasonInput } from '../../acts/ReasonInput.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'
import { ResultInput } from './ResultInput.tsx'

export function VerifyButton({ disclosure, variant = 'outlined' }: { disclosure: Disclosure } & Emphasis) {
  const nameOf = useRequestName()
  return (
    <ActButton
      noun="disclosures"
      verb="verify"
      record={disclosure}
      name={nameOf(disclosure)}
      schema={VerifyDisclosure}
      defaults={{ result: 'verified' }}
      variant={variant}
    >
      <AsGiven disclosure={disclosure} />
      <ReasonInput
        source="method"
        label="acts.disclosures.verify.method"
        choices={verificationMethods}
        catalogue="verificationMethod"
      />
      <ResultInput />
      <NoteInput source="note" help="acts.disclosures.verify.note_help" />
    </ActButton>
  )
}

/** What the request says of its sender: a call-back never uses these. */
function AsGiven({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { agency, officer } = disclosure
  const lines = [agency?.name, officer?.name, officer?.officialEmail, officer?.phone].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 4, py: 3 }}>
      <Typography variant="caption" color="textSecondary" component="div">
        {t('acts.disclosures.verify.as_given')}
      </Typography>
      <bdi>{lines.join(' · ')}</bdi>
    </Box>
  )
}
