import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { hiddenFromEyes, Nothing } from './Nothing.tsx'

/** Contact data as the server masked it; it looks masked, and says so to who cannot see that. */
export function MaskedText({ value }: { value: string | null }) {
  const t = useTranslate()
  if (!value) return <Nothing />
  return (
    <Box component="span" className="tabular" sx={{ color: 'text.secondary', letterSpacing: '0.02em' }}>
      <bdi>{value}</bdi>
      <Box component="span" sx={hiddenFromEyes}>
        {` (${t('fields.masked')})`}
      </Box>
    </Box>
  )
}
