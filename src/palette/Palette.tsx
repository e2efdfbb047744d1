import { Box, Button, Dialog, Typography, useMediaQuery } from '@mui/material'
import { Command } from 'cmdk'
import { type KeyboardEvent, useState } from 'react'
import { useTranslate } from 'react-admin'
import { longestSearch } from '../../contract/longestSearch.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'
import { useSettled } from '../useSettled.ts'
import { look } from './look.ts'
import type { Offer } from './offers.ts'
import type { Recent } from './recent.ts'
import { isEnough, useFound } from './useFound.ts'
import { useGroups } from './useGroups.tsx'

const pauseInTyping = 60
const moves: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End'])

type Props = {
  offers: readonly Offer[]
  recents: readonly Recent[]
  /** What was typed before it was there. */
  begun: string
  /** Closes it, and then does what was chosen. */
  onClose: (run?: () => void) => void
}

/** Finds records and pages and does what can be done here. What is typed stays in this dialog and goes with it. */
export function Palette({ offers, recents, begun, onClose }: Props) {
  const t = useTranslate()
  const failureText = useFailureText()
  const fillsScreen = useMediaQuery('(max-width:599.95px)')
  const [text, setText] = useState(begun)
  const typed = text.trim()
  const term = useSettled(typed, pauseInTyping)
  const found = useFound(isEnough(typed) ? term : '')
  const groups = useGroups({ typed, found, offers, recents, onClose })
  const choices = groups.flatMap(({ choices: each }) => each)
  const isSearching = isEnough(typed) && (typed !== term || found.isPending)

  // The first line is the one that Enter takes, until somebody goes to another.
  const [chosen, setChosen] = useState('')
  const [hasMoved, setMoved] = useState(false)
  const first = choices.find(({ disabled }) => !disabled)?.id ?? ''
  const isThere = choices.some(({ id }) => id === chosen)

  return (
    <Dialog
      open
      onClose={() => onClose()}
      fullWidth
      maxWidth="sm"
      fullScreen={fillsScreen}
      transitionDuration={0}
      aria-label={t('palette.title')}
      sx={{ '& .MuiDialog-container': { alignItems: { xs: 'stretch', sm: 'flex-start' } } }}
      slotProps={{ paper: { sx: { mt: { sm: '10vh' }, maxHeight: { sm: '70vh' } } } }}
    >
      <Box sx={look}>
        <Command
          label={t('palette.title')}
          shouldFilter={false}
          loop
          vimBindings={false}
          value={hasMoved && isThere ? chosen : first}
          onValueChange={setChosen}
          onPointerMove={() => setMoved(true)}
          onKeyDown={({ key }) => {
            if (moves.has(key)) setMoved(true)
          }}
        >
          <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}>
            <Command.Input
              value={text}
              onValueChange={(next) => {
                setText(next)
                setMoved(false)
              }}
              autoFocus
              maxLength={longestSearch}
              placeholder={t('palette.placeholder')}
            />
            <Button
              color="secondary"
              onClick={() => onClose()}
              onKeyDown={keepEnter}
              sx={{ mr: 2, minHeight: { xs: 44, sm: 36 } }}
            >
              {t('palette.close')}
            </Button>
          </Box>
          <Command.List label={t('palette.list')} aria-busy={isSearching}>
            {groups.map(({ name, choices: lines }) => (
              <Command.Group key={name} heading={name}>
                {lines.map(({ id, label, detail, disabled = false, run }) => (
                  <Command.Item key={id} value={id} disabled={disabled} onSelect={run}>
                    <Box className={detail ? 'label' : undefined}>{label}</Box>
                    {detail && <Box className="detail">{detail}</Box>}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
          </Command.List>
          {found.error !== null && (
            <Box role="alert" sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
              <Typography>{failureText(found.error)}</Typography>
              <Button size="small" onClick={found.retry} onKeyDown={keepEnter} sx={{ mt: 1, ml: -2 }}>
                {t('steward.errors.retry')}
              </Button>
            </Box>
          )}
          <State
            isSearching={isSearching}
            isNothing={isEnough(typed) && !isSearching && found.error === null && found.count === 0}
            count={choices.length}
          />
        </Command>
      </Box>
    </Dialog>
  )
}

/** Enter on a button is the button's, not the chosen line's. */
function keepEnter(event: KeyboardEvent) {
  if (event.key === 'Enter') event.stopPropagation()
}

/** Said to those who do not see the list; what is missing is also shown. */
function State(props: { isSearching: boolean; isNothing: boolean; count: number }) {
  const t = useTranslate()
  const { isSearching, isNothing, count } = props
  const words = isSearching
    ? t('palette.searching')
    : isNothing
      ? t('palette.nothing')
      : t('palette.count', { smart_count: count })
  return (
    <Typography
      role="status"
      variant="caption"
      color="textSecondary"
      component="p"
      sx={isNothing || isSearching ? { m: 0, px: 4, py: 2 } : hiddenFromEyes}
    >
      {words}
    </Typography>
  )
}
