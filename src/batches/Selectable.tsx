import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { ListContextProvider, useListContext } from 'react-admin'
import { useMay } from '../session/useMay.ts'
import { SelectionBar, selectionBarHeight } from './SelectionBar.tsx'
import { useSelection } from './selection.ts'

/** Rows that can be selected to work on many at once, with the bar that says how many are. */
export function Selectable({ children }: { children: ReactNode }) {
  const list = useListContext()
  const may = useMay()
  const { ticked, toggle, pickPage, clear } = useSelection()
  if (!may('batches', 'create')) return children
  const value = {
    ...list,
    selectedIds: ticked,
    onToggleItem: toggle,
    onSelect: pickPage,
    onUnselectItems: clear,
  }
  return (
    <ListContextProvider value={value}>
      <Box sx={{ '--selection-bar': `${selectionBarHeight}px` }}>
        <SelectionBar />
        {children}
      </Box>
    </ListContextProvider>
  )
}
