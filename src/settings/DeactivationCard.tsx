import { TextField } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Deactivation, type Setting } from '../../contract/settings.ts'
import { useMay } from '../session/useMay.ts'
import { type OnDirty, SettingCard } from './SettingCard.tsx'
import { errorAt, useSettingDraft } from './useSettingDraft.ts'

type Props = { setting: Extract<Setting, { key: 'deactivation' }>; onDirty: OnDirty }

export function DeactivationCard({ setting, onDirty }: Props) {
  const t = useTranslate()
  const may = useMay()
  const draft = useSettingDraft(setting, Deactivation)
  const { inactiveDays } = draft.value
  const error = errorAt(draft.errors, 'inactiveDays')
  return (
    <SettingCard draft={draft} onDirty={onDirty}>
      <TextField
        type="number"
        label={t('resources.settings.fields.inactiveDays')}
        value={Number.isNaN(inactiveDays) ? '' : inactiveDays}
        onChange={({ target }) => draft.setValue({ inactiveDays: Number.parseFloat(target.value) })}
        disabled={!may('settings', 'edit')}
        error={error !== null}
        helperText={error ?? t('resources.settings.deactivation.help')}
        slotProps={{ htmlInput: { inputMode: 'numeric', min: 1, max: 3650 } }}
        sx={{ width: 320, maxWidth: '100%' }}
      />
    </SettingCard>
  )
}
