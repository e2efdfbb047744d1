import Logout from '@mui/icons-material/LogoutOutlined'
import Person from '@mui/icons-material/PersonOutlineOutlined'
import { Box, Button, Divider, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material'
import { useState } from 'react'
import { useLogout, useNotify, useTranslate } from 'react-admin'
import { useMe } from '../session/useMe.ts'

export function AccountMenu() {
  const t = useTranslate()
  const me = useMe()
  const logout = useLogout()
  const notify = useNotify()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!me) return null

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
        aria-haspopup="menu"
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
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" sx={{ px: 4, py: 2 }}>
          <Typography sx={{ fontWeight: 600 }}>{me.name}</Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {t(`roles.${me.role}`)} · {me.email}
          </Typography>
        </Box>
        <Divider component="li" />
        <MenuItem onClick={leave} sx={{ minHeight: 44 }}>
          <ListItemIcon>
            <Logout fontSize="small" />
          </ListItemIcon>
          {t('session.sign_out')}
        </MenuItem>
      </Menu>
    </>
  )
}
