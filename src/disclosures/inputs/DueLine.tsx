import Schedule from '@mui/icons-material/ScheduleOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { promisedDue } from '../promisedDue.ts'
import { useDueWords } from '../useDueWords.ts'

/** When the answer will be due, as the form stands now. */
export function DueLine() {
  const t = useTranslate()
  const say = useDueWords()
  const [kind, legalProcess, receivedAt, dueAt] = useWatch({
    name: ['kind', 'legalProcess', 'receivedAt', 'dueAt'],
  })
  const due = dueAt ? new Date(dueAt) : promisedDue({ kind, legalProcess, receivedAt })
  const words = due ? say(due) : null
  const isLate = words?.state === 'overdue'
  return (
    <Box
      role="status"
      className="tabular"
      sx={{
        gridColumn: '1 / -1',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        minHeight: 24,
        color: isLate ? 'error.main' : words ? 'text.primary' : 'text.secondary',
      }}
    >
      <Schedule sx={{ fontSize: 18 }} aria-hidden />
      <span>
        {words
          ? t(isLate ? 'resources.disclosures.due.was_due' : 'resources.disclosures.due.will_be', words)
          : t('resources.disclosures.due.unknown')}
      </span>
    </Box>
  )
}
