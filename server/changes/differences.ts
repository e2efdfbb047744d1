/** The fields of a record whose history is kept, as text. */
export type Fields = Readonly<Record<string, string | null>>
export type Difference = { field: string; before: string | null; after: string | null }

/** The fields in which two states of a record differ; of a new record, those that hold something. */
export function differences(before: Fields, after: Fields): Difference[] {
  return Object.entries(after).flatMap(([field, now]) => {
    const known = before[field] ?? null
    return known === now ? [] : [{ field, before: known, after: now }]
  })
}
