import type { FieldValues } from 'react-hook-form'
import { type Lint, overridableLints } from '../../../contract/lints.ts'
import { filledIn } from '../../acts/formErrors.ts'

type Fields = Record<string, unknown>

/** What the checks found that a reason can override; the summary is asked for by its own field. */
export const overridable = (lints: readonly Lint[]) =>
  lints.filter(({ code }) => overridableLints.some((each) => each === code))

/** What the dialog holds as the contract wants it: reasons for what was found alone, a later effect only if chosen. */
export function publishBody(lints: readonly Lint[]) {
  return ({ effect, reasons, effectiveAt, deviation, ...values }: FieldValues): Fields => {
    const overrides = overridable(lints).map(({ code }) => ({ code, reason: reasons?.[code] ?? '' }))
    const later = { effectiveAt, deviation: filledIn(deviation ?? {}) }
    return filledIn({
      ...values,
      ...(overrides.length > 0 ? { overrides } : {}),
      ...(effect === 'later' ? later : {}),
    })
  }
}

/** What is wrong with a reason, beside the fault that it was typed under. */
export function publishErrors(lints: readonly Lint[]) {
  return ({ overrides, ...errors }: Fields): Fields => {
    if (!isFields(overrides)) return errors
    const reasons = overridable(lints).flatMap(({ code }, index) => {
      const found = overrides[index]
      return isFields(found) && found.reason ? [[code, found.reason] as const] : []
    })
    return { ...errors, reasons: Object.fromEntries(reasons) }
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
