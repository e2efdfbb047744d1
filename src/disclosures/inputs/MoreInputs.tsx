import ExpandMore from '@mui/icons-material/ExpandMoreOutlined'
import { Box, Button } from '@mui/material'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { get, useFormState, useWatch } from 'react-hook-form'
import { agencyTypes } from '../../../contract/disclosureChoices.ts'
import { AssigneeInput } from '../AssigneeInput.tsx'
import { isCompulsory } from '../isCompulsory.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { DayInput } from './DayInput.tsx'
import { FormSection } from './FormSection.tsx'
import { InstantInput } from './InstantInput.tsx'
import { LineInput } from './LineInput.tsx'
import { RelatedInput } from './RelatedInput.tsx'
import { RestrictedInputs } from './RestrictedInputs.tsx'

/** The fields that wait here; an error on one of them opens the place by itself. */
const rareFields = [
  'agency.type',
  'agency.region',
  'agency.address',
  'officer.title',
  'officer.badgeOrId',
  'issuingJudgeOrSignatory',
  'issuedOn',
  'serviceDate',
  'expiresOn',
  'dueAt',
  'dueReason',
  'scopeOverrideReason',
  'handlingLevel',
  'visibleTo',
  'relatedRequestId',
  'accountingSuspension',
  'costNote',
  'assignTo',
]

type Props = { wanted: string | null; offersAssignee: boolean }

/** Rare fields of a request, out of the way and never required by surprise. */
export function MoreInputs({ wanted, offersAssignee }: Props) {
  const t = useTranslate()
  const placeId = useId()
  const { errors } = useFormState()
  const isWanted = wanted !== null && rareFields.some((field) => wanted.startsWith(field))
  const hasFault = rareFields.some((field) => get(errors, field) !== undefined)
  const [isOpen, setOpen] = useState(isWanted)
  useEffect(() => {
    if (hasFault) setOpen(true)
  }, [hasFault])
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ px: { xs: 4, md: 6 }, py: 2 }}>
        <Button
          color="secondary"
          aria-expanded={isOpen}
          aria-controls={placeId}
          onClick={() => setOpen(!isOpen)}
          startIcon={<ExpandMore sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />}
          sx={{ ml: -3 }}
        >
          {t(isOpen ? 'resources.disclosures.form.less' : 'resources.disclosures.form.more')}
        </Button>
      </Box>
      <Box id={placeId} hidden={!isOpen}>
        {isOpen && <RareInputs offersAssignee={offersAssignee} />}
      </Box>
    </Box>
  )
}

function RareInputs({ offersAssignee }: { offersAssignee: boolean }) {
  const [kind, legalProcess] = useWatch({ name: ['kind', 'legalProcess'] })
  return (
    <>
      <FormSection name="rare_requester">
        <ChoiceInput source="agency.type" choices={agencyTypes} catalogue="agencyType" span={3} clearable />
        <LineInput source="agency.region" span={3} />
        <LineInput source="agency.address" />
        <LineInput source="officer.title" span={3} />
        <LineInput source="officer.badgeOrId" span={3} />
      </FormSection>
      <FormSection name="rare_process">
        <LineInput source="issuingJudgeOrSignatory" />
        <DayInput source="issuedOn" />
        <DayInput source="serviceDate" />
        <DayInput source="expiresOn" />
        <InstantInput source="dueAt" help="resources.disclosures.help.dueAt" />
        <LineInput source="dueReason" span={3} />
      </FormSection>
      <FormSection name="rare_scope">
        <LineInput
          source="scopeOverrideReason"
          multiline
          minRows={2}
          help="resources.disclosures.help.scopeOverrideReason"
        />
        {isCompulsory({ kind, legalProcess }) && <LineInput source="liabilityBasis" multiline minRows={2} />}
        <RelatedInput />
      </FormSection>
      <FormSection name="rare_handling">
        {offersAssignee && (
          <Spanned>
            <AssigneeInput />
          </Spanned>
        )}
        <RestrictedInputs />
        <ChoiceInput
          source="accountingSuspension.kind"
          choices={['written', 'oral']}
          catalogue="suspensionKind"
          span={2}
          clearable
        />
        <LineInput source="accountingSuspension.statementBy" span={2} />
        <DayInput source="accountingSuspension.until" span={2} />
        <LineInput source="costNote" multiline minRows={2} />
      </FormSection>
    </>
  )
}

const Spanned = ({ children }: { children: ReactNode }) => (
  <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'span 3' } }}>{children}</Box>
)
