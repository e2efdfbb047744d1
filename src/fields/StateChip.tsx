import { useTranslate } from 'react-admin'
import { type StateKind, type StateOf, states, type Tone } from './states.tsx'

type Props<Kind extends StateKind> = { kind: Kind; state: StateOf<Kind> }

/** Icon, word and colour, never colour alone; the theme says which. */
export function StateChip<Kind extends StateKind>({ kind, state }: Props<Kind>) {
  const t = useTranslate()
  const looks: Record<string, { icon: typeof states.due.soon.icon; tone: Tone }> = states[kind]
  const look = looks[state] ?? { icon: states.due.later.icon, tone: 'plain' }
  const Icon = look.icon
  return (
    <span className={`state ${look.tone}`}>
      <Icon aria-hidden />
      {t(`states.${kind}.${state}`)}
    </span>
  )
}
