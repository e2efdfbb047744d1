/** What a record says, field by field. */
export type Said = Readonly<Record<string, string | null>>
export type Difference = { field: string; before: string | null; after: string | null }

/** The fields in which two states of a record differ; of a new record, those that say something. */
export function differences(before: Said, after: Said): Difference[] {
  return Object.entries(after).flatMap(([field, said]) => {
    const known = before[field] ?? null
    return known === said ? [] : [{ field, before: known, after: said }]
  })
}
