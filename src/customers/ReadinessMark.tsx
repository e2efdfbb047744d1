import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type Readiness, sayMissing } from '../../contract/readiness.ts'

/** Whether orders of this customer can go out, and if not, what they lack. */
export function ReadinessMark({ readiness: { processable, missing } }: { readiness: Readiness }) {
  const t = useTranslate()
  const Icon = processable ? CheckCircle : ReportProblem
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        fontWeight: 500,
        color: processable ? 'success.main' : 'warning.main',
      }}
    >
      <Icon sx={{ fontSize: 16 }} aria-hidden />
      {processable
        ? t('resources.customers.ready')
        : t('resources.customers.not_ready', { why: sayMissing(missing) })}
    </Box>
  )
}
