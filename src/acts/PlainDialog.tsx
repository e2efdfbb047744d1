import {
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  type Theme,
  useMediaQuery,
} from '@mui/material'
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
          <DialogContent sx={moreBelow}>
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

/** A line under what scrolls, as long as there is more of it. */
const moreBelow = ({ palette }: Theme) => {
  const line = (color: string) => `linear-gradient(${color}, ${color}) bottom / 100%`
  const { paper } = palette.background
  return { background: `${line(paper)} 2px no-repeat local, ${line(palette.divider)} 1px no-repeat scroll` }
}

const asItIs = (inside: ReactNode) => inside
