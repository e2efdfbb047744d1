import { Box, Tooltip } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { DisclosureState } from '../../contract/disclosureChoices.ts'
import { openStates } from '../../contract/disclosureChoices.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { sayExactly } from '../fields/sayInstant.ts'
import { states } from '../fields/states.tsx'
import { useDueWords } from './useDueWords.ts'

type Props = { dueAt: string | null; state: DisclosureState; inRow?: boolean; short?: boolean }

/** When an answer is due: late and soon are told by icon, word and colour; once decided it is a mere date. */
export function DueText({ dueAt, state, inRow = false, short = false }: Props) {
  const t = useTranslate()
  const say = useDueWords()
  if (!dueAt) return <Nothing />
  if (!openStates.includes(state)) return <InstantField value={dueAt} inRow={inRow} />
  const { state: urgency, distance, instant } = say(dueAt)
  const Icon = states.due[urgency].icon
  const colour = { overdue: 'error.main', soon: 'warning.main', later: 'text.primary' }[urgency]
  return (
    <Tooltip title={sayExactly(new Date(dueAt))}>
      <Box
        component="time"
        dateTime={dueAt}
        className="tabular"
        tabIndex={inRow ? undefined : 0}
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 1,
          color: colour,
          fontWeight: urgency === 'later' ? 400 : 500,
          whiteSpace: 'nowrap',
          borderRadius: 1,
        }}
      >
        {urgency !== 'later' && <Icon sx={{ fontSize: 16 }} aria-hidden />}
        {urgency === 'overdue' ? t('resources.disclosures.due.overdue', { distance }) : distance}
        {!short && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>{`· ${instant}`}</Box>
        )}
      </Box>
    </Tooltip>
  )
}
