import History from '@mui/icons-material/HistoryOutlined'
import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Draft } from '../useDraft.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

/** Earlier states of the draft: to look at, and to bring back. */
export function VersionsButton({ draft, language }: { draft: Draft; language: string }) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)

  async function open() {
    // What is typed is saved first, or bringing back would take its place.
    await draft.save('page')
    setOpen(true)
  }

  return (
    <>
      <Button color="secondary" startIcon={<History />} onClick={() => void open()}>
        {t('resources.revisions.versions.name')}
      </Button>
      {isOpen && <VersionsDialog draft={draft} language={language} onClose={() => setOpen(false)} />}
    </>
  )
}
