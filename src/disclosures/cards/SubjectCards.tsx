import { Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { StateChip } from '../../fields/StateChip.tsx'
import { DecisionInput } from '../DecisionInput.tsx'
import { type Decisions, proposed, recorded } from '../decisions.ts'
import { SubjectName } from '../SubjectName.tsx'
import { DecidedScope } from './DecidedScope.tsx'

type Props = { disclosure: Disclosure; decisions: Decisions; onDecisions: (decisions: Decisions) => void }

/** Whom the request is about: decided with a click each while it is reviewed, and as decided from then on. */
export function SubjectCards({ disclosure, decisions, onDecisions }: Props) {
  const t = useTranslate()
  const { subjects, acts, state } = disclosure
  const isDeciding = acts.propose === null
  const isBeforeReview = state === 'draft' || state === 'logged' || state === 'discarded'
  const isChosen = subjects.some(({ id }) => decisions[id] !== undefined)
  const produceAll = () =>
    onDecisions(Object.fromEntries(subjects.map((subject) => [subject.id, proposed(subject, undefined)])))

  return (
    <CardSection
      title={t('resources.disclosures.subjects.title', { smart_count: subjects.length })}
      flush
      actions={
        isDeciding && subjects.length > 1 ? (
          <Button size="small" onClick={produceAll}>
            {t('resources.disclosures.subjects.produce_all')}
          </Button>
        ) : undefined
      }
    >
      {subjects.length === 0 && (
        <Typography color="textSecondary" sx={{ p: 4 }}>
          {t('resources.disclosures.subjects.nobody_yet')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {subjects.map((subject) =>
          isDeciding ? (
            <DecisionInput
              key={subject.id}
              subject={subject}
              request={disclosure}
              value={decisions[subject.id] ?? recorded(subject)}
              onChange={(decision) => onDecisions({ ...decisions, [subject.id]: decision })}
            />
          ) : (
            <Box
              component="li"
              key={subject.id}
              sx={{ px: 4, py: 3, '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' } }}
            >
              <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
                <Box sx={{ minWidth: 0 }}>
                  <SubjectName subject={subject} />
                </Box>
                {!isBeforeReview && <StateChip kind="subject" state={subject.decision} />}
              </Box>
              {!isBeforeReview && (
                <Box sx={{ mt: 1 }}>
                  <DecidedScope subject={subject} request={disclosure} />
                </Box>
              )}
            </Box>
          ),
        )}
      </Box>
      {isDeciding && isChosen && (
        <Typography
          variant="caption"
          color="textSecondary"
          component="p"
          sx={{ m: 0, px: 4, py: 2, borderTop: 1, borderColor: 'divider' }}
        >
          {t('resources.disclosures.subjects.not_sent')}
        </Typography>
      )}
    </CardSection>
  )
}
