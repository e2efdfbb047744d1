import Check from '@mui/icons-material/CheckOutlined'
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { Box, IconButton, Tooltip } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'

/** A reference as people read it out, with a button that copies it. */
export function ReferenceText({ value }: { value: string }) {
  const t = useTranslate()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  // Over plain HTTP on another host there is no clipboard; the reference can still be marked by hand.
  const canCopy = typeof navigator.clipboard?.writeText === 'function'
  return (
    <Box component="span" className="tabular" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      {value}
      {canCopy && (
        <Tooltip title={t(copied ? 'fields.copied' : 'fields.copy')} describeChild={false}>
          <IconButton
            size="small"
            onClick={async () => {
              await navigator.clipboard.writeText(value)
              setCopied(true)
            }}
            aria-label={t(copied ? 'fields.copied' : 'fields.copy_value', { value })}
            sx={{ p: 1, displayPrint: 'none' }}
          >
            {copied ? <Check sx={{ fontSize: 16 }} /> : <ContentCopy sx={{ fontSize: 16 }} />}
          </IconButton>
        </Tooltip>
      )}
    </Box>
  )
}
