import { useMediaQuery } from '@mui/material'
import { Requirements, type Setting } from '../../contract/settings.ts'
import { useMay } from '../session/useMay.ts'
import { RequirementStack } from './RequirementStack.tsx'
import { RequirementTable } from './RequirementTable.tsx'
import { type OnDirty, SettingCard } from './SettingCard.tsx'
import { useSettingDraft } from './useSettingDraft.ts'

type Props = { setting: Extract<Setting, { key: 'requirements' }>; onDirty: OnDirty }

/** The matrix: per field whether it is required, what it is called and why the shop asks. */
export function RequirementsCard({ setting, onDirty }: Props) {
  const may = useMay()
  const isNarrow = useMediaQuery('(max-width:899.95px)')
  const draft = useSettingDraft(setting, Requirements)
  const Layout = isNarrow ? RequirementStack : RequirementTable
  return (
    <SettingCard draft={draft} onDirty={onDirty}>
      <Layout
        matrix={draft.value}
        onChange={draft.setValue}
        errors={draft.errors}
        isEditable={may('settings', 'edit')}
      />
    </SettingCard>
  )
}
