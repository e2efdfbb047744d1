import { Box, Drawer } from '@mui/material'
import { Suspense, useCallback, useRef, useState } from 'react'
import { type LayoutProps, SkipNavigationButton, useTranslate } from 'react-admin'
import { ErrorBoundary } from '../errors/ErrorBoundary.tsx'
import { Shortcuts } from '../keyboard/Shortcuts.tsx'
import { WithPalette } from '../palette/WithPalette.tsx'
import { ProofDialog } from '../session/ProofDialog.tsx'
import { FocusOnPage } from './FocusOnPage.ts'
import { Framed } from './LoadingPage.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import { SideBar, sideBarWidth } from './SideBar.tsx'
import { TopBar } from './TopBar.tsx'
import { Updates } from './Updates.tsx'
import { useOnceOpen } from './useOnceOpen.ts'

export function Layout({ children }: LayoutProps) {
  const t = useTranslate()
  const main = useRef<HTMLElement>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const wasMenuOpen = useOnceOpen(isMenuOpen)
  const open = useCallback(() => setMenuOpen(true), [])
  const close = useCallback(() => setMenuOpen(false), [])
  return (
    <Shortcuts>
      <WithPalette>
        <Box sx={{ minHeight: '100vh', bgcolor: 'canvas', display: 'flex' }}>
          <SkipNavigationButton />
          <FocusOnPage main={main} />
          <Box
            sx={{
              display: { xs: 'none', md: 'block' },
              width: sideBarWidth,
              flexShrink: 0,
              borderRight: 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
              displayPrint: 'none',
            }}
          >
            <Box sx={{ position: 'sticky', top: 0 }}>
              <SideBar />
            </Box>
          </Box>
          {wasMenuOpen && (
            <Drawer
              open={isMenuOpen}
              onClose={close}
              sx={{ display: { md: 'none' } }}
              slotProps={{ paper: { 'aria-label': t('app.menu') } }}
            >
              <SideBar onGo={close} />
            </Drawer>
          )}
          <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
            <TopBar onMenu={open} />
            <Box
              component="main"
              ref={main}
              id="main-content"
              tabIndex={-1}
              sx={{ flex: 1, px: { xs: 3, md: 6 }, py: { xs: 4, md: 6 }, outline: 'none' }}
            >
              <ErrorBoundary>
                <Framed.Provider value>
                  <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
                </Framed.Provider>
              </ErrorBoundary>
            </Box>
          </Box>
          <ProofDialog />
          <Updates />
        </Box>
      </WithPalette>
    </Shortcuts>
  )
}
