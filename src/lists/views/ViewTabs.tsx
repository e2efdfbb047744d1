import People from '@mui/icons-material/PeopleAltOutlined'
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'
import type { View, ViewNoun } from '../../../contract/views.ts'
import { useMe } from '../../session/useMe.ts'
import { isAs } from './standing.ts'
import { useView } from './useView.ts'
import { ViewMenu } from './ViewMenu.tsx'

/** Lists as one wants to see them again, one click apart, and what keeps the list as it stands now; on a phone all in one menu. */
export function ViewTabs({ noun, inMenu = false }: { noun: ViewNoun; inMenu?: boolean }) {
  const t = useTranslate()
  const me = useMe()
  const { data: views = [] } = useGetList<View>('views', {
    filter: { noun, state: 'live' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  const { chosen, standing, choose } = useView(noun)
  const last = views.find(({ id }) => id === chosen) ?? null
  const current = last && isAs(last, standing) ? last : null
  const told = (view: View) =>
    view.shared
      ? t('views.shared_by', {
          name: view.by.id === me?.id ? t('views.you') : t('views.by', { name: view.by.name }),
        })
      : undefined

  return (
    <>
      {!inMenu && views.length > 0 && (
        <Box sx={{ minWidth: 0, maxWidth: '100%', overflowX: 'auto' }}>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={current?.id ?? ''}
            aria-label={t('views.saved')}
            onChange={(_, id: string | null) => {
              const view = views.find((each) => each.id === (id ?? chosen))
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
      )}
      <ViewMenu
        noun={noun}
        last={last}
        isChanged={last !== null && current === null}
        {...(inMenu ? { offered: views, onChoose: choose } : {})}
      />
    </>
  )
}

const look = {
  px: 3,
  minHeight: { xs: 44, sm: 34 },
  py: 0,
  textTransform: 'none',
  whiteSpace: 'nowrap',
  '&.Mui-selected': { color: 'primary.main', bgcolor: 'info.light', fontWeight: 600 },
} as const
