import { Dialog, DialogActions, DialogContent, DialogTitle, Stack, useMediaQuery } from '@mui/material'
import type { ReactNode } from 'react'
import { useReturnFocus } from './useReturnFocus.ts'

type Props = {
  title: string
  /** The buttons at the foot, the one that goes on last. */
  actions: ReactNode
  maxWidth?: 'xs' | 'sm' | 'md' | 'lg'
  /** Puts a form around all of it. */
  around?: (inside: ReactNode) => ReactNode
  onClose: () => void
  children: ReactNode
}

/** Over the page it is about; where the screen is too narrow for both, in place of it. */
export function PlainDialog({ title, actions, maxWidth = 'sm', around = asItIs, onClose, children }: Props) {
  useReturnFocus()
  const fillsScreen = useMediaQuery(`(max-width:${maxWidth === 'lg' ? 899.95 : 599.95}px)`)
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth={maxWidth} fullScreen={fillsScreen}>
      {around(
        <>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <Stack spacing={4} sx={{ pt: 1 }}>
              {children}
            </Stack>
          </DialogContent>
          <DialogActions>{actions}</DialogActions>
        </>,
      )}
    </Dialog>
  )
}

const asItIs = (inside: ReactNode) => inside
