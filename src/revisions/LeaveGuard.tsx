import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useEffect, useId } from 'react'
import { useBlocker, useTranslate } from 'react-admin'

type Props = {
  /** As it is at the moment of leaving, not as it was when the page was last drawn. */
  isUnsaved: () => boolean
  isDirty: boolean
  save: () => Promise<boolean>
}

/** Leaving with unsaved words asks first, within the screens and when the tab closes. */
export function LeaveGuard({ isUnsaved, isDirty, save }: Props) {
  const t = useTranslate()
  const titleId = useId()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isUnsaved(),
  )
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  if (blocker.state !== 'blocked') return null

  async function saveAndLeave() {
    if (await save()) blocker.proceed?.()
    else blocker.reset?.()
  }

  return (
    <Dialog open onClose={() => blocker.reset?.()} aria-labelledby={titleId} maxWidth="sm">
      <DialogTitle id={titleId} component="h2">
        {t('resources.revisions.leave.title')}
      </DialogTitle>
      <DialogContent>
        <Typography>{t('resources.revisions.leave.text')}</Typography>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5, flexWrap: 'wrap', gap: 1 }}>
        <Button color="secondary" onClick={() => blocker.reset?.()}>
          {t('resources.revisions.leave.stay')}
        </Button>
        <Button color="error" onClick={() => blocker.proceed?.()}>
          {t('resources.revisions.leave.go')}
        </Button>
        <Button variant="contained" onClick={() => void saveAndLeave()}>
          {t('resources.revisions.leave.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
