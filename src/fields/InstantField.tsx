import { Box, Tooltip } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Nothing } from './Nothing.tsx'
import { sayExactly, sayInstant } from './sayInstant.ts'
import { useNow } from './useNow.ts'

type Props = {
  value: string | null | undefined
  /**
   * In rows of a table the exact instant shows on hover alone, or the keyboard would stop at every row; and in the
   * browser's own way, for a hundred tooltips take longer to draw than the rows.
   */
  inRow?: boolean
  /** Where a line is short: another day goes without its time. */
  brief?: boolean
}

export function InstantField({ value, inRow = false, brief = false }: Props) {
  const t = useTranslate()
  const now = useNow()
  if (!value) return <Nothing />
  const at = new Date(value)
  const { key, values } = sayInstant(at, now, { brief })
  if (inRow)
    return (
      <time dateTime={value} className="tabular" title={sayExactly(at)}>
        {t(key, values)}
      </time>
    )
  return (
    <Tooltip title={sayExactly(at)}>
      <Box
        component="time"
        dateTime={value}
        className="tabular"
        tabIndex={0}
        sx={{ whiteSpace: 'nowrap', borderRadius: 0.5 }}
      >
        {t(key, values)}
      </Box>
    </Tooltip>
  )
}
