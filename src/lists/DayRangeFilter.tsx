import { Stack, TextField } from '@mui/material'
import { useTranslate } from 'react-admin'
import { formatLocale } from '../i18n/formatLocale.ts'
import { FilterChip } from './FilterChip.tsx'
import { useFilter } from './useFilter.ts'

const shortDay = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** From one day to another, both included (`{source}From`, `{source}To`). */
export function DayRangeFilter({ source, label }: { source: string; label: string }) {
  const t = useTranslate()
  const { values, set } = useFilter()
  const fromName = `${source}From`
  const toName = `${source}To`
  const from = dayOf(values[fromName])
  const to = dayOf(values[toName])
  return (
    <FilterChip
      label={t(label)}
      value={from || to ? t(rangeKey(from, to), { from: inWords(from), to: inWords(to) }) : null}
      onClear={() => set({ [fromName]: null, [toName]: null })}
    >
      {() => (
        <Stack spacing={3} sx={{ p: 4 }}>
          <TextField
            type="date"
            label={t('lists.from')}
            value={from}
            onChange={({ target }) => set({ [fromName]: startOf(target.value) })}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <TextField
            type="date"
            label={t('lists.to')}
            value={to}
            onChange={({ target }) => set({ [toName]: endOf(target.value) })}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </Stack>
      )}
    </FilterChip>
  )
}

const inWords = (day: string) =>
  day === '' ? '' : new Date(`${day}T00:00:00`).toLocaleDateString(formatLocale, shortDay)

function rangeKey(from: string, to: string): string {
  if (from && to) return 'lists.range'
  return from ? 'lists.range_from' : 'lists.range_to'
}

/** The reader's own midnights. */
const startOf = (day: string) => (day === '' ? null : new Date(`${day}T00:00:00`).toISOString())
const endOf = (day: string) => (day === '' ? null : new Date(`${day}T23:59:59.999`).toISOString())

function dayOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return ''
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
