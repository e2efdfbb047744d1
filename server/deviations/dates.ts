import { Refused } from '../errors.ts'

type Dates = { startsAt: Date | null; endsAt: Date | null; reviewOn: string | null }

/**
 * When it runs: from its start, or from the posting; until an instant, or until further notice and then looked at
 * again on a day.
 * @throws INVALID at the date that does not go with the others
 */
export function refuseOddDates({ startsAt, endsAt, reviewOn }: Dates) {
  if (endsAt !== null && startsAt !== null && endsAt <= startsAt) refuse('endsAt', 'It ends after it starts.')
  if (endsAt !== null && reviewOn !== null)
    refuse('reviewOn', 'Give an end, or a day to look at it again, and not both.')
}

/**
 * As `refuseOddDates`, for the posting: never back-dated, and never without an end in sight.
 * @throws INVALID
 */
export function refuseUnpostable(dates: Dates, now: Date) {
  const { startsAt, endsAt, reviewOn } = dates
  refuseOddDates(dates)
  if (startsAt !== null && startsAt < now)
    refuse('startsAt', 'This instant has passed. A deviation starts when it is posted, or later.')
  if (endsAt !== null && endsAt <= now) refuse('endsAt', 'This instant has passed.')
  if (endsAt === null && reviewOn === null)
    refuse('endsAt', 'Say when it ends, or on which day it is looked at again.')
  if (reviewOn !== null && reviewOn <= (startsAt ?? now).toISOString().slice(0, 10))
    refuse('reviewOn', 'Look at it again on a day after it starts.')
}

function refuse(field: keyof Dates, sentence: string): never {
  throw new Refused('INVALID', { errors: { [field]: sentence } })
}
