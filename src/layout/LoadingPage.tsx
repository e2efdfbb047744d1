import { Box } from '@mui/material'
import { createContext, useContext } from 'react'
import { PageSkeleton } from './PageSkeleton.tsx'
import { sideBarWidth } from './SideBar.tsx'
import { topBarHeight } from './topBarHeight.ts'

/** True where the bars stand around the page already. */
export const Framed = createContext(false)

/** Until it is known who is signed in: the page where it will be, and the bars as they will be around it. */
export function LoadingPage() {
  const isFramed = useContext(Framed)
  if (isFramed) return <PageSkeleton />
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'canvas', display: 'flex' }}>
      <Box sx={{ display: { xs: 'none', md: 'block' }, width: sideBarWidth, borderRight: 1, ...bar }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ height: topBarHeight, borderBottom: 1, ...bar }} />
        <Box sx={{ px: { xs: 3, md: 6 }, py: { xs: 4, md: 6 } }}>
          <PageSkeleton />
        </Box>
      </Box>
    </Box>
  )
}

const bar = { flexShrink: 0, bgcolor: 'background.paper', borderColor: 'divider' } as const
