import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useEffect, useId } from 'react'
import { useBlocker, useTranslate } from 'react-admin'

/** Leaving with entries that are not saved asks first, within the screens and when the tab closes. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const t = useTranslate()
  const titleId = useId()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  if (blocker.state !== 'blocked') return null
  const stay = () => blocker.reset?.()
  return (
    <Dialog open onClose={stay} aria-labelledby={titleId} maxWidth="sm">
      <DialogTitle id={titleId} component="h2">
        {t('resources.settings.leave.title')}
      </DialogTitle>
      <DialogContent>
        <Typography>{t('resources.settings.leave.text')}</Typography>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5, flexWrap: 'wrap', gap: 1 }}>
        <Button color="error" onClick={() => blocker.proceed?.()}>
          {t('resources.settings.leave.go')}
        </Button>
        <Button variant="contained" autoFocus onClick={stay}>
          {t('resources.settings.leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
