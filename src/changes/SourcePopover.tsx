import { Popover, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'

type Props = {
  title: string
  /** What it hangs from; null while it is closed. */
  anchor: HTMLElement | null
  onClose: () => void
  children: ReactNode
}

/** Where values come from, said beside what was pressed. */
export function SourcePopover({ title, anchor, onClose, children }: Props) {
  const titleId = useId()
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { p: 4, width: 340 } } }}
    >
      <Typography id={titleId} variant="h3" component="h2">
        {title}
      </Typography>
      {children}
    </Popover>
  )
}
