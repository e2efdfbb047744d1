import People from '@mui/icons-material/PeopleAltOutlined'
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useEffect } from 'react'
import { useStore, useTranslate } from 'react-admin'
import type { View, ViewNoun } from '../../../contract/views.ts'
import { useMe } from '../../session/useMe.ts'
import { useViews } from './useViews.ts'

const height = { xs: 44, sm: 34 }

/** Lists as one wants to see them again, one click apart. Their line is kept free where they stood the last time. */
export function ViewTabs({ noun }: { noun: ViewNoun }) {
  const t = useTranslate()
  const me = useMe()
  const { views, last, isAsLast, choose } = useViews(noun)
  const [isLineKept, keepLine] = useStore(`${noun}.viewsLine`, false)
  const count = views?.length
  useEffect(() => {
    if (count !== undefined) keepLine(count > 0)
  }, [count, keepLine])
  if (!views) return isLineKept ? <Box sx={{ height }} /> : null
  if (views.length === 0) return null

  const told = (view: View) =>
    view.shared
      ? t('views.shared_by', {
          name: view.by.id === me?.id ? t('views.you') : t('views.by', { name: view.by.name }),
        })
      : undefined
  return (
    <Box sx={{ minWidth: 0, maxWidth: '100%', overflowX: 'auto' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={isAsLast ? last?.id : ''}
        aria-label={t('views.saved')}
        onChange={(_, id: string | null) => {
          const view = views.find((each) => each.id === (id ?? last?.id))
          if (view) choose(view)
        }}
        sx={{ bgcolor: 'background.paper' }}
      >
        {views.map((view) => (
          <ToggleButton key={view.id} value={view.id} title={told(view)} sx={look}>
            {view.shared && <People sx={{ fontSize: 16, mr: 1 }} titleAccess={t('views.shared')} />}
            <Box component="bdi" sx={{ maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {view.name}
            </Box>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}

const look = {
  px: 3,
  minHeight: height,
  py: 0,
  textTransform: 'none',
  whiteSpace: 'nowrap',
  '&.Mui-selected': { color: 'primary.main', bgcolor: 'info.light', fontWeight: 600 },
} as const
