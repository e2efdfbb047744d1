type Scalar = string | number | boolean | null
type ValueChange = { field: string; before: Scalar; after: Scalar }

/** In which fields two versions of a setting differ; a field inside another one is named `phone.requirement`. */
export function valueChanges(before: unknown, after: unknown): ValueChange[] {
  const [known, said] = [flat(before), flat(after)]
  const fields = new Set([...known.keys(), ...said.keys()])
  return [...fields].flatMap((field) => {
    const [from = null, to = null] = [known.get(field), said.get(field)]
    return from === to ? [] : [{ field, before: from, after: to }]
  })
}

function flat(value: unknown, path: string[] = []): Map<string, Scalar> {
  if (value !== null && typeof value === 'object') {
    return new Map(Object.entries(value).flatMap(([name, inner]) => [...flat(inner, [...path, name])]))
  }
  return new Map([[path.join('.'), isScalar(value) ? value : null]])
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
