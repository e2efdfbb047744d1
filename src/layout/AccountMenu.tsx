import Keyboard from '@mui/icons-material/KeyboardOutlined'
import Logout from '@mui/icons-material/LogoutOutlined'
import Person from '@mui/icons-material/PersonOutlineOutlined'
import { Box, Button, Divider, Typography } from '@mui/material'
import { useContext, useState } from 'react'
import { useLogout, useNotify, useTranslate } from 'react-admin'
import { ShowShortcuts } from '../keyboard/showShortcuts.ts'
import { useMe } from '../session/useMe.ts'
import { HangingPanel } from './HangingPanel.tsx'

export function AccountMenu() {
  const t = useTranslate()
  const me = useMe()
  const logout = useLogout()
  const notify = useNotify()
  const showShortcuts = useContext(ShowShortcuts)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  // Its place is kept, so that the search beside it does not shrink.
  if (!me) return <Box sx={{ width: 44, height: 44 }} />

  async function leave() {
    setAnchor(null)
    try {
      await logout()
    } catch {
      notify('session.still_signed_in', { type: 'error' })
    }
  }

  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="dialog"
        aria-label={t('session.account', { name: me.name, role: t(`roles.${me.role}`) })}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<Person />}
        sx={{ minHeight: 44, minWidth: 44, '& .MuiButton-startIcon': { mr: { xs: 0, sm: 2 } } }}
      >
        <Box sx={{ display: { xs: 'none', sm: 'grid' }, textAlign: 'left', lineHeight: 1.25 }}>
          <span>{me.name}</span>
          <Typography component="span" variant="caption" color="textSecondary" sx={{ lineHeight: 1.25 }}>
            {t(`roles.${me.role}`)}
          </Typography>
        </Box>
      </Button>
      <HangingPanel label={t('session.who')} anchor={anchor} side="right" onClose={() => setAnchor(null)}>
        <Box sx={{ px: 4, py: 3 }}>
          <Typography sx={{ fontWeight: 600 }}>{me.name}</Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {t(`roles.${me.role}`)} · {me.email}
          </Typography>
        </Box>
        <Divider />
        <Button
          fullWidth
          color="secondary"
          startIcon={<Keyboard />}
          onClick={() => {
            setAnchor(null)
            showShortcuts()
          }}
          sx={{ justifyContent: 'flex-start', px: 4, minHeight: 44, borderRadius: 0 }}
        >
          {t('app.shortcuts')}
        </Button>
        <Button
          fullWidth
          color="secondary"
          startIcon={<Logout />}
          onClick={leave}
          sx={{ justifyContent: 'flex-start', px: 4, minHeight: 44, borderRadius: 0 }}
        >
          {t('session.sign_out')}
        </Button>
      </HangingPanel>
    </>
  )
}
