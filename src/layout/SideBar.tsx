import Home from '@mui/icons-material/HomeOutlined'
import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material'
import { memo, type ReactNode } from 'react'
import { LinkBase, useLocation, useTranslate } from 'react-admin'
import { useMay } from '../session/useMay.ts'
import { type Place, places } from './navigation.tsx'
import { WaitingCount } from './WaitingCount.tsx'

export const sideBarWidth = 208
const home = <Home />

export function SideBar({ onGo }: { onGo?: () => void }) {
  const t = useTranslate()
  const may = useMay()
  return (
    <Box component="nav" aria-label={t('app.navigation')} sx={{ p: 2, width: sideBarWidth }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 3, height: 44, mb: 2 }}>
        <Box component="img" src="/favicon.svg" alt="" sx={{ width: 20, height: 20 }} />
        <Typography component="span" variant="h2">
          {t('app.name')}
        </Typography>
      </Box>
      <List disablePadding sx={{ display: 'grid', gap: 0.5 }}>
        <Entry to="/" icon={home} label={t('start.name')} onGo={onGo} exact />
        {places
          .filter(({ noun, verb = 'list' }) => may(noun, verb))
          .map(({ noun, holds, icon, waiting }) => (
            <Entry
              key={noun}
              to={`/${noun}`}
              icon={icon}
              label={t(`resources.${noun}.name`, { smart_count: 2 })}
              onGo={onGo}
              {...(holds && { holds: `/${holds}` })}
              {...(waiting && may(waiting.noun, waiting.verb) && { waiting })}
            />
          ))}
      </List>
    </Box>
  )
}

type EntryProps = {
  to: string
  icon: ReactNode
  label: string
  onGo: (() => void) | undefined
  exact?: boolean
  holds?: string
  waiting?: Place['waiting']
}

/** Drawn anew where the place changes, not whenever react-admin registers something. */
const Entry = memo(function Entry({ to, icon, label, onGo, exact = false, holds, waiting }: EntryProps) {
  const { pathname } = useLocation()
  const isWithin = (place: string) => pathname === place || pathname.startsWith(`${place}/`)
  const isHere = exact ? pathname === to : isWithin(to) || (holds !== undefined && isWithin(holds))
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={LinkBase}
        to={to}
        selected={isHere}
        aria-current={isHere ? 'page' : undefined}
        onClick={onGo}
        sx={{ borderRadius: 1, minHeight: { xs: 44, md: 36 }, py: 0, px: 3 }}
      >
        <ListItemIcon sx={{ minWidth: 32, color: isHere ? 'primary.main' : 'text.secondary' }}>
          {icon}
        </ListItemIcon>
        <ListItemText
          primary={label}
          slotProps={{ primary: { variant: 'body1', sx: { fontWeight: isHere ? 600 : 500 } } }}
        />
        {waiting && <WaitingCount {...waiting} />}
      </ListItemButton>
    </ListItem>
  )
})
