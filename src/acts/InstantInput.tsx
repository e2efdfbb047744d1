import { useWatch } from 'react-hook-form'
import { sayChosen } from '../fields/sayInstant.ts'
import { LineInput } from './LineInput.tsx'
import { toInstant, toLocal } from './localInstant.ts'

type Props = { source: string; label: string; help?: string }

/**
 * A day and a time in the reader's own zone; kept as an instant. A browser writes the figures of such a field in an
 * order of its own, whatever the page says, so the instant is said in words as well.
 */
export function InstantInput({ help = 'instants.own_zone', ...props }: Props) {
  const instant: unknown = useWatch({ name: props.source })
  const said = typeof instant === 'string' && instant !== '' ? sayChosen(new Date(instant)) : null
  return (
    <LineInput {...props} help={help} said={said} type="datetime-local" format={toLocal} parse={toInstant} />
  )
}
