import { Checkbox } from '@mui/material'
import { type Identifier, useListContext, useRecordContext, useTranslate } from 'react-admin'

/** Ticks a row. react-admin's own box names its frame and leaves the input without a name. */
export function SelectRow({ id }: { id: Identifier }) {
  const t = useTranslate()
  const { selectedIds, onToggleItem } = useListContext()
  return (
    <Checkbox
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { 'aria-label': t('ra.action.select_row') } }}
    />
  )
}

export function SelectThisRow() {
  const record = useRecordContext()
  return record ? <SelectRow id={record.id} /> : null
}

/** Ticks the rows of this page, or none of them. */
export function SelectPage() {
  const t = useTranslate()
  const { data = [], selectedIds, onSelect } = useListContext()
  const ids = data.map(({ id }) => id)
  const isAll = ids.length > 0 && ids.every((id) => selectedIds.includes(id))
  const others = selectedIds.filter((id) => !ids.includes(id))
  return (
    <Checkbox
      checked={isAll}
      onChange={() => onSelect(isAll ? others : [...others, ...ids])}
      slotProps={{ input: { 'aria-label': t('ra.action.select_all') } }}
    />
  )
}
