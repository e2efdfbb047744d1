import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'

/** A value that is not there, for eyes and for ears. */
export function Nothing() {
  const t = useTranslate()
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      <span aria-hidden="true">–</span>
      <Box component="span" sx={hiddenFromEyes}>
        {t('fields.nothing')}
      </Box>
    </Box>
  )
}

export const hiddenFromEyes = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const
