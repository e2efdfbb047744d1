import { Box } from '@mui/material'
import { Fragment, useMemo } from 'react'
import { useTranslate } from 'react-admin'
import type { Segment } from '../../contract/comparison/segments.ts'
import { type Piece, sideBySide } from '../../contract/comparison/sideBySide.ts'
import { ChangedText } from './ChangedText.tsx'
import { FoldButton } from './FoldButton.tsx'
import { type Folds, focused } from './useFolds.ts'

type Props = {
  found: readonly Segment[]
  count: number
  folds: Folds
  names: { older: string; newer: string }
}

/** The older text at the left, the newer at the right, level with each other. */
export function ComparisonSides({ found, count, folds, names }: Props) {
  const rows = useMemo(() => sideBySide(found), [found])
  return (
    <Box component="table" sx={look}>
      <thead>
        <tr>
          <th scope="col">{names.older}</th>
          <th scope="col">{names.newer}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          if (row.kind === 'row') {
            return (
              <tr key={row.at}>
                <Side pieces={row.left} count={count} />
                <Side pieces={row.right} count={count} />
              </tr>
            )
          }
          const { at, text, lines } = row
          if (!folds.isOpen(at)) {
            return (
              <tr key={at}>
                <Box component="td" colSpan={2} sx={{ py: 0 }}>
                  <FoldButton lines={lines} onOpen={() => folds.open(at)} />
                </Box>
              </tr>
            )
          }
          return (
            <tr key={at}>
              <td tabIndex={-1} ref={folds.isLast(at) ? focused : undefined}>
                {text}
              </td>
              <td>{text}</td>
            </tr>
          )
        })}
      </tbody>
    </Box>
  )
}

function Side({ pieces, count }: { pieces: readonly Piece[]; count: number }) {
  const t = useTranslate()
  return (
    <td>
      {pieces.map(({ kind, text, change }, index) => {
        // A row is made anew with the comparison as a whole: its pieces never move.
        const key = `${index} ${kind}`
        if (kind === 'same' || change === null) return <Fragment key={key}>{text}</Fragment>
        return (
          <Box
            key={key}
            component="span"
            role="group"
            tabIndex={-1}
            data-change={change}
            aria-label={t('resources.revisions.comparison.change', { number: change, count })}
          >
            <ChangedText kind={kind} text={text} />
          </Box>
        )
      })}
    </td>
  )
}

const look = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  '& th': {
    px: 4,
    py: 2,
    textAlign: 'left',
    fontSize: 12,
    fontWeight: 600,
    color: 'text.secondary',
    borderBottom: 1,
    borderColor: 'divider',
  },
  '& td': { px: 4, py: 0, verticalAlign: 'top' },
  '& tr > :nth-of-type(2)': { borderLeft: 1, borderColor: 'divider' },
  '& tbody tr:first-of-type td': { pt: 3 },
  '& tbody tr:last-of-type td': { pb: 3 },
} as const
