import { Box, Button, FormControlLabel, FormHelperText, Switch, Typography } from '@mui/material'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import { useHotkeysContext } from 'react-hotkeys-hook'
import { PlainDialog } from '../acts/PlainDialog.tsx'
import { KeyCap } from './KeyCap.tsx'
import { type Listed, listed } from './listed.ts'
import { useSingleKeys } from './useSingleKeys.ts'

/** Every key that does something on the page behind it, and the switch that turns single keys off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  const helpId = useId()
  const { hotkeys } = useHotkeysContext()
  const [isOn, setOn] = useSingleKeys()
  return (
    <PlainDialog
      title={t('keyboard.title')}
      onClose={onClose}
      actions={
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('keyboard.close')}
        </Button>
      }
    >
      {listed(hotkeys).map(({ group, shortcuts }) => (
        <Group key={group} title={t(`keyboard.groups.${group}`)} shortcuts={shortcuts} isOn={isOn} />
      ))}
      <Box>
        <FormControlLabel
          label={t('keyboard.single_keys')}
          control={
            <Switch
              checked={isOn}
              onChange={(_, next) => setOn(next)}
              slotProps={{ input: { 'aria-describedby': helpId } }}
            />
          }
        />
        <FormHelperText id={helpId} sx={{ mt: 0 }}>
          {t('keyboard.single_keys_help')}
        </FormHelperText>
      </Box>
    </PlainDialog>
  )
}

type GroupProps = { title: string; shortcuts: readonly Listed[]; isOn: boolean }

function Group({ title, shortcuts, isOn }: GroupProps) {
  const t = useTranslate()
  return (
    <Box component="section">
      <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {shortcuts.map(({ keys, label, isSingle }) => (
          <Box
            key={label}
            sx={{
              display: 'flex',
              alignItems: 'center',
              justifyContent: 'space-between',
              gap: 4,
              minHeight: 36,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Box component="dt" sx={{ color: isSingle && !isOn ? 'text.secondary' : 'text.primary' }}>
              {t(label)}
            </Box>
            <Box component="dd" sx={{ m: 0, display: 'flex', gap: 1, alignItems: 'center', flexShrink: 0 }}>
              {isSingle && !isOn ? (
                <Typography component="span" variant="caption" color="textSecondary">
                  {t('keyboard.off')}
                </Typography>
              ) : (
                keys.map((key) => <KeyCap key={key}>{t(`keyboard.caps.${key}`, { _: key })}</KeyCap>)
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
