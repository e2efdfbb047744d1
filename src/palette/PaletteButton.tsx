import Bolt from '@mui/icons-material/BoltOutlined'
import { Box, Button } from '@mui/material'
import { useContext } from 'react'
import { useTranslate } from 'react-admin'
import { OpenPaletteContext } from './openPalette.ts'

/** The way to the palette without a keyboard, which tells the key to whoever has one. */
export function PaletteButton() {
  const t = useTranslate()
  const { open, prefetch } = useContext(OpenPaletteContext)
  const key = t(/mac/i.test(navigator.userAgent) ? 'app.palette_key_mac' : 'app.palette_key')
  return (
    <Button
      color="inherit"
      aria-label={t('app.palette', { key })}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      sx={{ minWidth: 44, minHeight: 44, px: { xs: 0, md: 2 }, gap: 1, color: 'text.secondary' }}
    >
      <Bolt fontSize="small" />
      <Box
        component="kbd"
        sx={{ display: { xs: 'none', md: 'inline' }, fontFamily: 'inherit', fontSize: 12 }}
      >
        {key}
      </Box>
    </Button>
  )
}
