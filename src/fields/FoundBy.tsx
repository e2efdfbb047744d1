import History from '@mui/icons-material/HistoryOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { CustomerRow } from '../../contract/customers.ts'

/** Why a search found this customer, where nothing of the row says so. */
export function FoundBy({ customer: { foundBy } }: { customer: CustomerRow }) {
  const t = useTranslate()
  if (!foundBy) return null
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        px: 1.5,
        borderRadius: 1,
        bgcolor: 'warning.light',
        color: 'warning.main',
        fontSize: 12,
        lineHeight: '20px',
        fontWeight: 500,
        whiteSpace: 'nowrap',
      }}
    >
      <History sx={{ fontSize: 14 }} aria-hidden />
      {t(`resources.customers.found_by.${foundBy}`)}
    </Box>
  )
}
