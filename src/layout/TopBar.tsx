import MenuIcon from '@mui/icons-material/MenuOutlined'
import { Box, IconButton } from '@mui/material'
import { memo } from 'react'
import { ToggleThemeButton, useTranslate } from 'react-admin'
import { PaletteButton } from '../palette/PaletteButton.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { GlobalSearch } from './GlobalSearch.tsx'
import { topBarHeight } from './topBarHeight.ts'

/** Drawn once: nothing in it depends on the page, and the frame around it is drawn anew with each page and each opening of the menu. */
export const TopBar = memo(function TopBar({ onMenu }: { onMenu: () => void }) {
  const t = useTranslate()
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        height: topBarHeight,
        px: { xs: 2, md: 6 },
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, md: 3 },
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        displayPrint: 'none',
      }}
    >
      <IconButton
        aria-label={t('app.menu')}
        onClick={onMenu}
        sx={{ display: { md: 'none' }, width: 44, height: 44 }}
      >
        <MenuIcon />
      </IconButton>
      <GlobalSearch />
      <PaletteButton />
      <Box sx={{ flex: 1, display: { xs: 'none', sm: 'block' } }} />
      <Box sx={{ '& .MuiIconButton-root': { width: 44, height: 44 }, color: 'text.secondary' }}>
        <ToggleThemeButton />
      </Box>
      <AccountMenu />
    </Box>
  )
})
