import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { toInstant, toLocal } from '../../acts/localInstant.ts'
import { sayChosen } from '../../fields/sayInstant.ts'
import { LineInput } from './LineInput.tsx'

type Props = { source: string; span?: number; help?: string }

/** A day and a time in the reader's own zone; kept as an instant, and said in words with that zone. */
export function InstantInput({ help = 'instants.own_zone', ...props }: Props) {
  const t = useTranslate()
  const instant: unknown = useWatch({ name: props.source })
  const said = typeof instant === 'string' && instant !== '' ? sayChosen(new Date(instant)) : t(help)
  return (
    <LineInput span={3} {...props} said={said} type="datetime-local" format={toLocal} parse={toInstant} />
  )
}
