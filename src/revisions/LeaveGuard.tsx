import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useEffect, useId, useRef, useState } from 'react'
import { useBlocker, useTranslate } from 'react-admin'
import type { Draft } from './useDraft.ts'

type Props = { draft: Draft; isKept: boolean }

/**
 * Going to another page saves first, and asks only where that cannot be done. Closing the tab asks only where the
 * browser has no room for the words: otherwise they are offered when the draft is opened again.
 */
export function LeaveGuard({ draft, isKept }: Props) {
  const t = useTranslate()
  const titleId = useId()
  const { isUnsaved, isDirty, save } = draft
  const [isAsking, setAsking] = useState(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isUnsaved(),
  )
  const isBlocked = blocker.state === 'blocked'

  const now = useRef({ save, blocker })
  now.current = { save, blocker }

  // Once for each time somebody leaves, whatever else changes meanwhile.
  useEffect(() => {
    if (!isBlocked) return
    void now.current.save('page').then((isSaved) => {
      if (isSaved) now.current.blocker.proceed?.()
      else setAsking(true)
    })
  }, [isBlocked])

  useEffect(() => {
    if (!isDirty || isKept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty, isKept])
  if (!isBlocked || !isAsking) return null

  function stay() {
    setAsking(false)
    blocker.reset?.()
  }
  return (
    <Dialog open onClose={stay} aria-labelledby={titleId} maxWidth="sm">
      <DialogTitle id={titleId} component="h2">
        {t('resources.revisions.leave.title')}
      </DialogTitle>
      <DialogContent>
        <Typography>{t('resources.revisions.leave.text')}</Typography>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5 }}>
        <Button color="secondary" onClick={stay}>
          {t('resources.revisions.leave.stay')}
        </Button>
        <Button
          variant="contained"
          onClick={() => {
            setAsking(false)
            blocker.proceed?.()
          }}
        >
          {t('resources.revisions.leave.go')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
