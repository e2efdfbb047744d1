import { Button, Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useBlocker, useTranslate } from 'react-admin'
import { PlainDialog } from '../acts/PlainDialog.tsx'
import type { Draft } from './useDraft.ts'

type Props = { draft: Draft; isKept: boolean }

/**
 * Going to another page saves first, and asks only where that cannot be done. Closing the tab asks only where the
 * browser has no room for the words: otherwise they are offered when the draft is opened again.
 */
export function LeaveGuard({ draft, isKept }: Props) {
  const t = useTranslate()
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
    <PlainDialog
      title={t('resources.revisions.leave.title')}
      onClose={stay}
      actions={
        <>
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
        </>
      }
    >
      <Typography>{t('resources.revisions.leave.text')}</Typography>
    </PlainDialog>
  )
}
