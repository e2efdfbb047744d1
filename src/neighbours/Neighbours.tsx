import Before from '@mui/icons-material/ChevronLeftOutlined'
import After from '@mui/icons-material/ChevronRightOutlined'
import { IconButton, Stack, Tooltip, Typography } from '@mui/material'
import { LinkBase, useNavigate, useTranslate } from 'react-admin'
import { sayNumber } from '../fields/sayNumber.ts'
import { useShortcut } from '../keyboard/useShortcut.ts'
import { type Order, useNeighbours } from './useNeighbours.ts'

type Props = { noun: string; id: string; sort: Order; filter?: object }

/** To the record before and the one after, in the order of the list that the reader came from. */
export function Neighbours({ noun, id, sort, filter }: Props) {
  const t = useTranslate()
  const navigate = useNavigate()
  const { previous, next, position, total, turn } = useNeighbours(noun, id, sort, filter)
  const addressOf = (of: string) => `/${noun}/${of}/show`

  function go(to: 'previous' | 'next') {
    const target = to === 'previous' ? previous : next
    if (target === null) return
    turn(to)
    navigate(addressOf(target))
  }
  useShortcut({ key: 'j', label: 'neighbours.next', run: () => go('next'), enabled: next !== null })
  useShortcut({
    key: 'k',
    label: 'neighbours.previous',
    run: () => go('previous'),
    enabled: previous !== null,
  })
  if (position === null || (previous === null && next === null)) return null

  const arrow = (to: 'previous' | 'next') => {
    const target = to === 'previous' ? previous : next
    const Icon = to === 'previous' ? Before : After
    return (
      <Tooltip title={t(`neighbours.${to}`)} describeChild={false}>
        <span>
          <IconButton
            size="small"
            aria-label={t(`neighbours.${to}`)}
            disabled={target === null}
            {...(target === null
              ? {}
              : { component: LinkBase, to: addressOf(target), onClick: () => turn(to) })}
            sx={{ p: { xs: 2.5, sm: 1 } }}
          >
            <Icon fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
    )
  }
  return (
    <Stack
      component="nav"
      aria-label={t('neighbours.name')}
      direction="row"
      sx={{ alignItems: 'center', displayPrint: 'none' }}
    >
      {arrow('previous')}
      <Typography variant="caption" color="textSecondary" className="tabular">
        {total === null
          ? sayNumber(position)
          : t('neighbours.position', { position: sayNumber(position), total })}
      </Typography>
      {arrow('next')}
    </Stack>
  )
}
