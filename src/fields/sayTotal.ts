import { sayNumber } from './sayNumber.ts'

type Counted = { total?: number | undefined; meta?: { capped?: boolean; counted?: number } | undefined }

/** How many rows a list has, honestly: "10,000+" where there are more than were counted. */
export const sayTotal = ({ total, meta }: Counted) =>
  meta?.capped ? `${sayNumber(meta.counted ?? 0)}+` : sayNumber(total ?? 0)
