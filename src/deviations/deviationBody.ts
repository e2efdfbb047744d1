import type { FieldValues } from 'react-hook-form'
import type { Deviation } from '../../contract/deviations.ts'

/** What the form holds as the contract wants it: one way of ending, and the other taken back. */
export function deviationBody({ until, startsAt, endsAt, reviewOn, ...values }: FieldValues) {
  const isOpen = until === 'further_notice'
  return {
    ...values,
    startsAt: startsAt || null,
    endsAt: isOpen ? null : endsAt || null,
    reviewOn: isOpen ? reviewOn || null : null,
  }
}

/** A draft as the form opens with it. */
export const deviationForm = ({ kind, text, appliesTo, startsAt, endsAt, reviewOn }: Deviation) => ({
  kind,
  text,
  appliesTo,
  startsAt,
  endsAt,
  reviewOn,
  until: reviewOn === null ? 'at' : 'further_notice',
})
