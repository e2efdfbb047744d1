import Check from '@mui/icons-material/CheckOutlined'
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { IconButton, Tooltip } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'

export function CopyButton({ value }: { value: string }) {
  const t = useTranslate()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  // Over plain HTTP on another host there is no clipboard; the value can still be marked by hand.
  if (typeof navigator.clipboard?.writeText !== 'function') return null
  const Icon = copied ? Check : ContentCopy
  return (
    <Tooltip title={t(copied ? 'fields.copied' : 'fields.copy')} describeChild={false}>
      <IconButton
        size="small"
        aria-label={t(copied ? 'fields.copied' : 'fields.copy_value', { value })}
        onClick={async () => {
          await navigator.clipboard.writeText(value)
          setCopied(true)
        }}
        sx={{ p: 1, displayPrint: 'none' }}
      >
        <Icon sx={{ fontSize: 16 }} />
      </IconButton>
    </Tooltip>
  )
}
