import type { SxProps, Theme } from '@mui/material/styles'

/** Heard and not seen: which words came and which went, for who cannot see the colours. */
const heard = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

type Words = { added: string; removed: string; end: string }

/** How a compared text looks, and what is read aloud at the ends of a change. */
export const comparisonLook = ({ added, removed, end }: Words): SxProps<Theme> => ({
  fontSize: 14,
  lineHeight: 1.7,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& [data-change]': { scrollMarginBlock: 160, borderRadius: 0.5 },
  '& ins, & del': { borderRadius: 0.5, color: 'text.primary', position: 'relative' },
  '& ins': { bgcolor: 'success.light', textDecorationColor: (theme) => theme.palette.success.main },
  '& del': { bgcolor: 'error.light', textDecorationColor: (theme) => theme.palette.error.main },
  '& ins::before': { ...heard, content: JSON.stringify(` [${added} `) },
  '& del::before': { ...heard, content: JSON.stringify(` [${removed} `) },
  '& ins::after, & del::after': { ...heard, content: JSON.stringify(` ${end}] `) },
})
