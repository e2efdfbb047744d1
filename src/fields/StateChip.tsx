import { Box, type Theme } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type StateKind, type StateOf, states, type Tone } from './states.tsx'

type Props<Kind extends StateKind> = { kind: Kind; state: StateOf<Kind> }

/** Icon, word and colour, never colour alone. */
export function StateChip<Kind extends StateKind>({ kind, state }: Props<Kind>) {
  const t = useTranslate()
  const looks: Record<string, { icon: typeof states.due.soon.icon; tone: Tone }> = states[kind]
  const look = looks[state] ?? { icon: states.due.later.icon, tone: 'plain' }
  const Icon = look.icon
  return (
    <Box
      component="span"
      sx={(theme) => ({
        ...colours(theme, look.tone),
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        height: 24,
        px: 2,
        borderRadius: 0.75,
        fontSize: 12,
        fontWeight: 500,
        whiteSpace: 'nowrap',
      })}
    >
      <Icon sx={{ fontSize: 14 }} aria-hidden />
      {t(`states.${kind}.${state}`)}
    </Box>
  )
}

function colours({ palette }: Theme, tone: Tone) {
  const signal = {
    done: palette.success,
    waits: palette.warning,
    alarm: palette.error,
    secret: palette.secrecy,
  }
  if (tone === 'plain') return { color: palette.text.secondary, border: `1px solid ${palette.divider}` }
  return { color: signal[tone].main, backgroundColor: signal[tone].light }
}
