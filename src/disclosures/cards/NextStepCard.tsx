import ArrowForward from '@mui/icons-material/ArrowForwardOutlined'
import { Box, Card, Link, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { LinkBase, useTranslate } from 'react-admin'
import { openStates } from '../../../contract/disclosureChoices.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { InstantField } from '../../fields/InstantField.tsx'
import { DueText } from '../DueText.tsx'
import type { Step } from '../nextStep.ts'

type Props = { disclosure: Disclosure; step: Step; children?: ReactNode }

/** What is missing, who can do it, by when; and the verb that is next. */
export function NextStepCard({ disclosure, step, children }: Props) {
  const t = useTranslate()
  const id = useId()
  const next = 'resources.disclosures.next'
  const { state, missing, dueAt } = disclosure
  const isMine = step.verbs.length > 0 && step.refusal === null
  return (
    <Card
      component="section"
      aria-labelledby={id}
      sx={{ p: 4, ...(isMine ? { borderColor: 'primary.main' } : {}) }}
    >
      <Typography
        variant="caption"
        color="textSecondary"
        component="h2"
        id={id}
        sx={{ m: 0, fontWeight: 500 }}
      >
        {t(openStates.includes(state) ? `${next}.name` : `${next}.over`)}
      </Typography>
      <Typography component="p" sx={{ m: 0, mt: 1, fontSize: 16, fontWeight: 600 }}>
        {t(`${next}.${step.key}.title`)}
      </Typography>
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {step.refusal ?? t(`${next}.${step.key}.says`)}
      </Typography>
      {missing.length > 0 && <Missing disclosure={disclosure} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 1, mt: 3 }}>
        <Who disclosure={disclosure} />
        {openStates.includes(state) && dueAt && (
          <span>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t(`${next}.due`)}{' '}
            </Box>
            <DueText dueAt={dueAt} state={state} />
          </span>
        )}
      </Box>
      {children && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4, displayPrint: 'none' }}>{children}</Box>
      )}
    </Card>
  )
}

function Missing({ disclosure: { id, state, missing, acts } }: { disclosure: Disclosure }) {
  const t = useTranslate()
  // In review people are decided about on this page, not in the form.
  const isToDecide = (field: string | null) => field === 'subjects' && state === 'in_review'
  return (
    <Box component="ul" sx={{ m: 0, mt: 2, pl: 5, '& li': { mb: 0.5 } }}>
      {missing.map(({ field, text }) => {
        const label = field === null ? null : t(`resources.disclosures.fields.${field}`, { _: field })
        return (
          <li key={`${field} ${text}`}>
            {label && acts.edit === null && !isToDecide(field) ? (
              <Link component={LinkBase} to={`/disclosures/${id}`} state={{ field }} sx={{ fontWeight: 500 }}>
                {label}
              </Link>
            ) : (
              label && <strong>{label}</strong>
            )}
            {label && ': '}
            {text}
          </li>
        )
      })}
    </Box>
  )
}

function Who({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { state, assignedTo, proposedBy, proposedAt, decidedBy, decidedAt } = disclosure
  const next = 'resources.disclosures.next'
  if (decidedBy) {
    return (
      <span>
        {t(`${next}.decided_by`, { name: decidedBy.name })}, <InstantField value={decidedAt} />
      </span>
    )
  }
  if (state === 'awaiting_approval') {
    return (
      <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {proposedBy && (
          <span>
            {t(`${next}.proposed_by`, { name: proposedBy.name })}, <InstantField value={proposedAt} />
          </span>
        )}
        <ArrowForward sx={{ fontSize: 14, color: 'text.secondary' }} aria-hidden />
        <span>{t(`${next}.second_person`)}</span>
      </Box>
    )
  }
  if (state === 'in_review' && assignedTo)
    return <span>{t(`${next}.reviewed_by`, { name: assignedTo.name })}</span>
  if (state === 'draft' || state === 'logged' || state === 'in_review')
    return <span>{t(`${next}.any_officer`)}</span>
  return null
}
