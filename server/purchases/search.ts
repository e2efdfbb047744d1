import { or, type SQL, sql } from 'drizzle-orm'
import { searchCustomers } from '../customers/search.ts'
import { customers, purchases } from '../database/schema.ts'
import { likeTerm } from '../simpleRest.ts'

/** More customers than this matching one term is no search for a person. */
const customersAtMost = 200

/** Finds purchases by order number or reference, and by whose they are. */
export function searchPurchases(q: string): SQL {
  // As an array the owners are read first, and then join the other index; as a subquery they would walk the table.
  const owners = sql`${purchases.customerId} = ANY (ARRAY(SELECT ${customers.id} FROM ${customers} WHERE ${searchCustomers(q)} LIMIT ${customersAtMost}))`
  return isNumber(q) ? (or(sql`${purchases.searchText} LIKE fold(${likeTerm(q)})`, owners) ?? owners) : owners
}

/** Two letters stand in no order number that anybody would look for, and no index finds them. */
const isNumber = (q: string) => [...q].length > 2 || /\d/.test(q)
