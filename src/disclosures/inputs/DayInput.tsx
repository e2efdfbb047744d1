import { LineInput } from './LineInput.tsx'

/** A day without a time. */
export const DayInput = ({ source, span = 2 }: { source: string; span?: number }) => (
  <LineInput source={source} span={span} type="date" />
)
