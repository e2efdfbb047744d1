import type { Category } from '../../contract/disclosureChoices.ts'

type Scope = { categories: Category[] | null; scopeFrom: string | null; scopeTo: string | null }
type Whole = Scope & { categories: Category[] }

/** Whether a partial answer stays within what the request asks for: no category and no day more. */
export function within(part: Scope, whole: Whole): { categories: boolean; range: boolean } {
  const startsInside = !part.scopeFrom || !whole.scopeFrom || part.scopeFrom >= whole.scopeFrom
  const endsInside = !part.scopeTo || !whole.scopeTo || part.scopeTo <= whole.scopeTo
  const meets =
    (!part.scopeFrom || !whole.scopeTo || part.scopeFrom <= whole.scopeTo) &&
    (!part.scopeTo || !whole.scopeFrom || part.scopeTo >= whole.scopeFrom)
  return {
    categories: (part.categories ?? []).every((each) => whole.categories.includes(each)),
    range: startsInside && endsInside && meets,
  }
}
