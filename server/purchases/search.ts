import { inArray, or, type SQL, sql } from 'drizzle-orm'
import { searchCustomers } from '../customers/search.ts'
import { customers, purchases } from '../database/schema.ts'
import { likeTerm } from '../simpleRest.ts'

/** More customers than this matching one term is no search for a person. */
const customersAtMost = 200

/** Finds purchases by order number or reference, and by whose they are. */
export function searchPurchases(q: string): SQL {
  const owners = sql`(SELECT ${customers.id} FROM ${customers} WHERE ${searchCustomers(q)} LIMIT ${customersAtMost})`
  const numbered = sql`${purchases.searchText} LIKE fold(${likeTerm(q)})`
  return or(numbered, inArray(purchases.customerId, owners)) ?? numbered
}
