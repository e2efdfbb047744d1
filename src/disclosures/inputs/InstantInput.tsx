import { toInstant, toLocal } from '../../acts/localInstant.ts'
import { LineInput } from './LineInput.tsx'

type Props = { source: string; span?: number; help?: string }

/** A day and a time in the reader's own zone; kept as an instant. */
export const InstantInput = (props: Props) => (
  <LineInput span={3} {...props} type="datetime-local" format={toLocal} parse={toInstant} />
)
