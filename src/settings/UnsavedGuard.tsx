import { Button, Typography } from '@mui/material'
import { useEffect } from 'react'
import { useBlocker, useTranslate } from 'react-admin'
import { PlainDialog } from '../acts/PlainDialog.tsx'

/** Leaving with entries that are not saved asks first, within the screens and when the tab closes. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const t = useTranslate()
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
    <PlainDialog
      title={t('resources.settings.leave.title')}
      onClose={stay}
      actions={
        <>
          <Button color="error" onClick={() => blocker.proceed?.()}>
            {t('resources.settings.leave.go')}
          </Button>
          <Button variant="contained" autoFocus onClick={stay}>
            {t('resources.settings.leave.stay')}
          </Button>
        </>
      }
    >
      <Typography>{t('resources.settings.leave.text')}</Typography>
    </PlainDialog>
  )
}
