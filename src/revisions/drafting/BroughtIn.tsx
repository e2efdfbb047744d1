import { Alert } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'

const shown = 12_000

/** That a colleague's words came in by themselves; for a while. */
export function BroughtIn({ by, count }: { by: string | null; count: number }) {
  const t = useTranslate()
  const [seen, setSeen] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(count), shown)
    return () => clearTimeout(timer)
  }, [count])
  if (by === null || count <= seen) return null
  return (
    <Alert severity="info" role="status" onClose={() => setSeen(count)} sx={{ mb: 4 }}>
      {t('resources.revisions.merge.brought_in', { by })}
    </Alert>
  )
}
