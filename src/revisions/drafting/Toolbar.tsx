import FormatBold from '@mui/icons-material/FormatBold'
import FormatItalic from '@mui/icons-material/FormatItalic'
import FormatListBulleted from '@mui/icons-material/FormatListBulleted'
import FormatListNumbered from '@mui/icons-material/FormatListNumbered'
import FormatQuote from '@mui/icons-material/FormatQuote'
import InsertLink from '@mui/icons-material/InsertLink'
import TableRows from '@mui/icons-material/TableRowsOutlined'
import Title from '@mui/icons-material/Title'
import { Box, IconButton, Tooltip } from '@mui/material'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { asLink } from '../editing/asLink.ts'
import type { Format } from '../editing/change.ts'
import { emphasise } from '../editing/emphasise.ts'
import { bulletList, heading, numberedList, quote } from '../editing/lineMarks.ts'
import { tableRow } from '../editing/tableRow.ts'

export const formats = [
  { name: 'bold', key: 'b', format: emphasise('**'), Icon: FormatBold },
  { name: 'italic', key: 'i', format: emphasise('*'), Icon: FormatItalic },
  { name: 'link', key: 'k', format: asLink, Icon: InsertLink },
  { name: 'heading', key: null, format: heading, Icon: Title },
  { name: 'list', key: null, format: bulletList, Icon: FormatListBulleted },
  { name: 'numbered', key: null, format: numberedList, Icon: FormatListNumbered },
  { name: 'quote', key: null, format: quote, Icon: FormatQuote },
  { name: 'table', key: null, format: tableRow, Icon: TableRows },
] as const

type Props = { controls: string; onFormat: (format: Format) => void }

/** One stop of the Tab key; the arrow keys go from one to the next. */
export function Toolbar({ controls, onFormat }: Props) {
  const t = useTranslate()
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)

  function go(event: KeyboardEvent) {
    const last = formats.length - 1
    const to: Record<string, number> = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <Box
      ref={bar}
      role="toolbar"
      aria-label={t('resources.revisions.drafting.formatting')}
      aria-controls={controls}
      onKeyDown={go}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        px: { xs: 0, sm: 2 },
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {formats.map(({ name, key, format, Icon }, index) => {
        const label = t(`resources.revisions.drafting.formats.${name}`)
        return (
          <Tooltip
            key={name}
            title={key ? `${label} (Ctrl+${key.toUpperCase()})` : label}
            describeChild={false}
          >
            <IconButton
              aria-label={label}
              aria-keyshortcuts={key ? `Control+${key.toUpperCase()} Meta+${key.toUpperCase()}` : undefined}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setCurrent(index)}
              // The caret stays in the text, and so does the keyboard of a phone.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onFormat(format)}
              sx={{ borderRadius: 1, width: { xs: 44, sm: 36 }, height: { xs: 44, sm: 36 } }}
            >
              <Icon fontSize="small" />
            </IconButton>
          </Tooltip>
        )
      })}
    </Box>
  )
}
