import { FormControlLabel, FormHelperText, Switch } from '@mui/material'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import { Publishing, type Setting } from '../../contract/settings.ts'
import { useMay } from '../session/useMay.ts'
import { type OnDirty, SettingCard } from './SettingCard.tsx'
import { useSettingDraft } from './useSettingDraft.ts'

type Props = { setting: Extract<Setting, { key: 'publishing' }>; onDirty: OnDirty }

export function PublishingCard({ setting, onDirty }: Props) {
  const t = useTranslate()
  const may = useMay()
  const helpId = useId()
  const draft = useSettingDraft(setting, Publishing)
  const { twoPersons } = draft.value
  return (
    <SettingCard draft={draft} onDirty={onDirty}>
      <FormControlLabel
        label={t('resources.settings.publishing.twoPersons')}
        disabled={!may('settings', 'edit')}
        control={
          <Switch
            checked={twoPersons}
            onChange={(_, checked) => draft.setValue({ twoPersons: checked })}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
        sx={{ minHeight: 44 }}
      />
      <FormHelperText id={helpId}>
        {t(`resources.settings.publishing.${twoPersons ? 'on' : 'off'}`)}
      </FormHelperText>
    </SettingCard>
  )
}
