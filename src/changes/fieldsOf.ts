/** Fields that show masked: empty in a form means unchanged, null means taken away. */
const masked: ReadonlySet<string> = new Set(['email', 'phone', 'recipient', 'line1', 'line2'])
export const isMasked = (field: string) => masked.has(field)

/** What a record or a form says, field by field. */
export type Said = Readonly<Record<string, unknown>>

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const wordOf = (value: unknown) => textOf(value).trim()

/** What a form begins with: masked fields are empty, since nobody sees what they would overwrite. */
export function valuesOf(record: Said, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, isMasked(field) ? '' : textOf(record[field])]))
}

/** Whether a form changes a field of what it opened with. */
export function isChanged(field: string, typed: unknown, opened: Said): boolean {
  if (isMasked(field)) return typed === null ? opened[field] !== null : wordOf(typed) !== ''
  return wordOf(typed) !== wordOf(opened[field])
}

/** What a form changed, as the server takes it; a masked field that nobody touched is not among it. */
export function changesIn(values: Said, opened: Said): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field, typed]) => isChanged(field, typed, opened))
      .map(([field, typed]) => [field, typed === '' && field.endsWith('Id') ? null : typed]),
  )
}
