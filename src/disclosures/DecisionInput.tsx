import { Box, FormHelperText, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'react-admin'
import { get } from 'react-hook-form'
import type { SubjectDecision } from '../../contract/disclosureActs.ts'
import type { Disclosure, Subject } from '../../contract/disclosures.ts'
import { StateChip } from '../fields/StateChip.tsx'
import { states } from '../fields/states.tsx'
import { PartialInputs } from './PartialInputs.tsx'
import { SubjectName } from './SubjectName.tsx'

const offered = ['produce', 'partial', 'exclude', 'no_data'] as const

type Props = {
  subject: Subject
  request: Pick<Disclosure, 'categories' | 'scopeFrom' | 'scopeTo'>
  value: SubjectDecision | null
  onChange: (decision: SubjectDecision) => void
  faults?: unknown
  /** In a dialog, which a link would leave. */
  plain?: boolean
}

/** One person and what becomes of them: one click, and the reason where the contract asks for one. */
export function DecisionInput({ subject, request, value, onChange, faults, plain = false }: Props) {
  const t = useTranslate()
  const fault = sentenceOf(faults, 'decision')
  const isUnknown = subject.customerId === null
  return (
    <Box
      component="li"
      sx={{ px: 4, py: 3, '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
          <SubjectName subject={subject} plain={plain} />
        </Box>
        {value === null && <StateChip kind="subject" state="undecided" />}
        <ToggleButtonGroup
          exclusive
          size="small"
          value={value?.decision ?? null}
          aria-label={t('resources.disclosures.subjects.decision_of', { name: nameOf(subject) })}
          onChange={(_, decision: (typeof offered)[number] | null) => {
            if (decision) onChange(begun(subject.id, decision, value, request))
          }}
          sx={{ width: { xs: '100%', sm: 'auto' } }}
        >
          {offered.map((decision) => {
            const Icon = states.subject[decision].icon
            return (
              <ToggleButton
                key={decision}
                value={decision}
                disabled={isUnknown && (decision === 'produce' || decision === 'partial')}
                sx={look}
              >
                <Icon sx={{ display: { xs: 'none', sm: 'block' }, fontSize: 16, mr: 1 }} aria-hidden />
                {t(`choices.subjectDecision.${decision}`)}
              </ToggleButton>
            )
          })}
        </ToggleButtonGroup>
      </Box>
      {fault && <FormHelperText error>{fault}</FormHelperText>}
      {value && (value.decision === 'partial' || value.decision === 'exclude') && (
        <PartialInputs
          value={value}
          request={request}
          onChange={onChange}
          faultAt={(field) => sentenceOf(faults, field)}
        />
      )}
    </Box>
  )
}

const look = {
  flex: { xs: 1, sm: 'none' },
  px: { xs: 1, sm: 2.5 },
  minHeight: { xs: 44, sm: 32 },
  py: 0,
  textTransform: 'none',
  whiteSpace: 'nowrap',
  '&.Mui-selected, &.Mui-selected:hover': { color: 'primary.main', bgcolor: 'info.light', fontWeight: 600 },
} as const

const nameOf = ({ customer, identifier }: Subject) => customer?.name ?? identifier ?? ''

/** A change of mind keeps the reason; only a partial answer has categories and a range of its own. */
function begun(
  subjectId: string,
  decision: SubjectDecision['decision'],
  before: SubjectDecision | null,
  { categories, scopeFrom, scopeTo }: Props['request'],
): SubjectDecision {
  if (decision === 'produce' || decision === 'no_data') return { subjectId, decision }
  const { reason, reasonText } = before ?? {}
  const why = { ...(reason ? { reason } : {}), ...(reasonText ? { reasonText } : {}) }
  return decision === 'exclude'
    ? { subjectId, decision, ...why }
    : { subjectId, decision, ...why, categories, scopeFrom, scopeTo }
}

/** Faults come from the contract here, or from the server, one wrapped deeper than the other. */
function sentenceOf(faults: unknown, field: string): string | null {
  const message: unknown = get(faults, `${field}.message.message`) ?? get(faults, `${field}.message`)
  return typeof message === 'string' ? message : null
}
