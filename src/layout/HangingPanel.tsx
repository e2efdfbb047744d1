import { Popover } from '@mui/material'
import type { ReactNode } from 'react'
import { useOnceOpen } from './useOnceOpen.ts'

type Props = {
  label: string
  /** What it hangs from; null while it is closed. */
  anchor: HTMLElement | null
  /** At which end of it. */
  side: 'left' | 'right'
  onClose: () => void
  children: ReactNode
}

/** What a button of a bar opens right under itself. */
export function HangingPanel({ label, anchor, side, onClose, children }: Props) {
  if (!useOnceOpen(anchor !== null)) return null
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: side }}
      transformOrigin={{ vertical: 'top', horizontal: side }}
      slotProps={{ paper: { 'aria-label': label, role: 'dialog', sx: { mt: 1, minWidth: 220 } } }}
    >
      {children}
    </Popover>
  )
}
