type Fields = Record<string, unknown>

/** The server's own fields, which no form writes. */
const readOnly = new Set(['id', 'reference', 'version', 'createdAt', 'updatedAt'])

/** What a form changed of the record that it opened with. */
export function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !readOnly.has(name) && !isSame(before[name], value)),
  )
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => isSame(one[name], other[name]))
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
