import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'react-admin'
import { openStates } from '../../contract/disclosureChoices.ts'
import { useFilter } from '../lists/useFilter.ts'
import { useMay } from '../session/useMay.ts'

type Tab = { name: string; state: readonly string[] | null; waitingForMe: true | null }

const tabs: readonly Tab[] = [
  { name: 'open', state: openStates, waitingForMe: null },
  { name: 'waiting', state: null, waitingForMe: true },
  { name: 'decided', state: ['approved', 'refused', 'no_data'], waitingForMe: null },
  { name: 'all', state: null, waitingForMe: null },
]

/** The few ways to look at requests, one click apart. */
export function DisclosureTabs() {
  const t = useTranslate()
  const may = useMay()
  const { values, set } = useFilter()
  const { state = null, waitingForMe = null } = values
  const now = JSON.stringify([state, waitingForMe])
  const current = tabs.find((tab) => JSON.stringify([tab.state, tab.waitingForMe]) === now)
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={current?.name ?? ''}
      aria-label={t('resources.disclosures.tabs.label')}
      onChange={(_, name: string | null) => {
        const tab = tabs.find((each) => each.name === name)
        if (tab) set({ state: tab.state, waitingForMe: tab.waitingForMe })
      }}
      sx={{ bgcolor: 'background.paper' }}
    >
      {tabs
        .filter(({ waitingForMe: isMine }) => !isMine || may('disclosures', 'approve'))
        .map(({ name }) => (
          <ToggleButton key={name} value={name} sx={look}>
            {t(`resources.disclosures.tabs.${name}`)}
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  )
}

const look = {
  px: { xs: 2, sm: 3 },
  minHeight: { xs: 44, sm: 34 },
  py: 0,
  textTransform: 'none',
  '&.Mui-selected, &.Mui-selected:hover': { color: 'primary.main', bgcolor: 'info.light', fontWeight: 600 },
} as const
