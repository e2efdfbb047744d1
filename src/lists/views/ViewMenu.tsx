import Bookmark from '@mui/icons-material/BookmarkBorderOutlined'
import People from '@mui/icons-material/PeopleAltOutlined'
import { Button, Divider, Menu, MenuItem } from '@mui/material'
import { Suspense, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { ViewNoun } from '../../../contract/views.ts'
import { page } from '../../layout/page.ts'
import { useOnceOpen } from '../../layout/useOnceOpen.ts'
import { useOffer } from '../../palette/offers.ts'
import { useMay } from '../../session/useMay.ts'
import { useChangeView } from './useChangeView.ts'
import { useViews } from './useViews.ts'

const NameDialog = page(async () => (await import('../../views/NameDialog.tsx')).NameDialog)
const RetireDialog = page(async () => (await import('../../views/RetireDialog.tsx')).RetireDialog)

type Props = {
  noun: ViewNoun
  /** On a phone the views have no tabs and stand in the menu. */
  isNarrow: boolean
}

/** Keeps the list under a name, and looks after the view that is open. */
export function ViewMenu({ noun, isNarrow }: Props) {
  const t = useTranslate()
  const may = useMay()
  const id = useId()
  const change = useChangeView()
  const { views = [], last, isAsLast, standing, choose, setChosen } = useViews(noun)
  const offered = isNarrow ? views : []
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const wasOpen = useOnceOpen(anchor !== null)
  const [dialog, setDialog] = useState<'save' | 'rename' | 'retire' | null>(null)
  const close = () => setAnchor(null)
  const open = (which: typeof dialog) => () => {
    close()
    setDialog(which)
  }
  useOffer({ id: 'act:views.save', label: t('views.save'), refusal: null, run: () => setDialog('save') })
  const own = last?.editable ? last : null
  const name = own?.name

  return (
    <>
      <Button
        id={id}
        size="small"
        color="secondary"
        startIcon={<Bookmark />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minHeight: { xs: 44, sm: 36 } }}
      >
        {t(offered.length > 0 ? 'views.saved_brief' : 'views.menu')}
      </Button>
      {wasOpen && (
        <Menu
          anchorEl={anchor}
          open={anchor !== null}
          onClose={close}
          slotProps={{ list: { 'aria-labelledby': id } }}
          sx={{
            '& .MuiMenuItem-root': { maxWidth: 360, whiteSpace: 'normal', overflowWrap: 'anywhere' },
            '& .MuiMenuItem-root:focus-visible': { outlineOffset: -2 },
          }}
        >
          {offered.map((view) => (
            <MenuItem
              key={view.id}
              selected={isAsLast && view.id === last?.id}
              onClick={() => {
                close()
                choose(view)
              }}
            >
              {view.shared && <People sx={{ fontSize: 16, mr: 1 }} titleAccess={t('views.shared')} />}
              <bdi>{view.name}</bdi>
            </MenuItem>
          ))}
          {offered.length > 0 && <Divider />}
          <MenuItem onClick={open('save')}>{t('views.save')}</MenuItem>
          {own && !isAsLast && (
            <MenuItem
              onClick={() => {
                close()
                void change.keep(own, standing)
              }}
            >
              {t('views.keep', { name })}
            </MenuItem>
          )}
          {own && <MenuItem onClick={open('rename')}>{t('views.rename', { name })}</MenuItem>}
          {own && may('views', 'share') && (
            <MenuItem
              onClick={() => {
                close()
                void change.share(own, !own.shared)
              }}
            >
              {t(own.shared ? 'views.unshare' : 'views.share', { name })}
            </MenuItem>
          )}
          {own && <MenuItem onClick={open('retire')}>{t('views.retire', { name })}</MenuItem>}
        </Menu>
      )}
      <Suspense>
        {dialog === 'save' && (
          <NameDialog noun={noun} standing={standing} onClose={() => setDialog(null)} onSaved={setChosen} />
        )}
        {dialog === 'rename' && own && <NameDialog noun={noun} view={own} onClose={() => setDialog(null)} />}
        {dialog === 'retire' && own && (
          <RetireDialog view={own} onClose={() => setDialog(null)} onDone={() => setChosen(null)} />
        )}
      </Suspense>
    </>
  )
}
