import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What a person reads beside a field; forms and 422 answers use the same. Nested fields keep their nesting. */
export function fieldErrors(issues: readonly Issue[]): Record<string, unknown> {
  const errors: Record<string, unknown> = {}
  for (const issue of issues) put(errors, issue.path.map(String), sentence(issue))
  return errors
}

function put(errors: Record<string, unknown>, path: string[], message: string) {
  const [head = 'root', ...rest] = path
  if (rest.length === 0) {
    errors[head] ??= head === 'root' ? { serverError: message } : message
    return
  }
  const inner = errors[head]
  const next: Record<string, unknown> = inner !== null && typeof inner === 'object' ? { ...inner } : {}
  put(next, rest, message)
  errors[head] = next
}

function sentence(issue: Issue): string {
  // A form that was emptied holds null where one that was never filled in holds nothing.
  const isEmpty = issue.input === undefined || issue.input === null
  if (issue.code === 'invalid_type') return isEmpty ? 'This is needed.' : 'This has the wrong type.'
  if (issue.code === 'invalid_value') {
    return isEmpty ? 'This is needed.' : `Choose one of: ${issue.values.map(String).join(', ')}.`
  }
  if (issue.code === 'unrecognized_keys') return `Not a field of this form: ${issue.keys.join(', ')}.`
  if (issue.code === 'too_small' && issue.origin === 'array') return `Give at least ${issue.minimum}.`
  if (issue.code === 'too_big' && issue.origin === 'array') return `Give at most ${issue.maximum}.`
  if (issue.code === 'invalid_format' && issue.format === 'uuid') return 'This is not the id of a record.'
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return 'Use an instant such as 2026-03-02T09:30:00Z.'
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'Use a date such as 2026-03-02.'
  return issue.message
}
