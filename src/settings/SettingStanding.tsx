import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Setting } from '../../contract/settings.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { SettingHistory } from './SettingHistory.tsx'

/** Which version this is, whose, and all before it. */
export function SettingStanding({ setting }: { setting: Omit<Setting, 'value'> }) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const { id, version, updatedAt, updatedBy } = setting
  if (!updatedBy) {
    return (
      <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 4 }}>
        {t('resources.settings.by_default')}
      </Typography>
    )
  }
  return (
    <Box sx={{ mt: 4 }}>
      <Typography variant="caption" color="textSecondary" component="div">
        <bdi>{t('resources.settings.standing', { version, name: updatedBy.name })}</bdi>{' '}
        <InstantField value={updatedAt} />{' '}
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} sx={{ ml: 1 }}>
          {t(`resources.settings.${isOpen ? 'hide_history' : 'history'}`)}
        </Button>
      </Typography>
      {isOpen && <SettingHistory id={id} />}
    </Box>
  )
}
