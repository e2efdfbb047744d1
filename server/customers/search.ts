import { and, like, or, type SQL, sql } from 'drizzle-orm'
import { customers } from '../database/schema/customers.ts'
import { alongIndex } from '../lists/alongIndex.ts'
import { likeTerm } from '../lists/likeTerm.ts'
import { onceHad } from './formerEmail.ts'

/**
 * Finds customers whose name, company, reference, e-mail (from 3 characters) or phone digits (from 4) contain what was
 * typed, whatever its case and accents. Several words may stand in any order. A whole e-mail address also finds who
 * had it once.
 */
export function searchCustomers(q: string): SQL {
  const digits = phoneDigits(q)
  const byDigits = digits === null ? undefined : like(customers.searchDigits, likeTerm(digits))
  // Digits alone are looked for among digits, wherever they stand.
  if (byDigits && /^\d+$/.test(q)) return byDigits
  const named = and(...wordsOf(q).map(containing)) ?? sql`false`
  return or(named, byDigits, onceHad(q) ?? undefined) ?? named
}

/**
 * Whose last name begins with what was typed, whatever its case and accents: these stand together in the index of last
 * names, since nothing sorts after U+FFFF (Unicode Technical Standard 35, part 5, 1.8.1).
 */
export function lastNameBegins(q: string): SQL {
  const name = sql`${customers.lastName} COLLATE "und-x-icu"`
  return sql`${name} BETWEEN ${q} AND ${`${q}\uffff`}`
}

/** Customers whose last name begins with what was typed, then whoever else a search for it finds. */
export function nearestCustomers(q: string, rows: number): SQL {
  const begins = lastNameBegins(q)
  const order = [sql`${customers.lastName} COLLATE "und-x-icu"`, sql`${customers.id}`]
  const first = sql`LIMIT ${sql.raw(String(rows))}`
  return sql`(SELECT ${customers.id} AS id FROM ${alongIndex(customers, begins, order)} WHERE ${and(...wordsOf(q).map(anywhere))} ${first})
    UNION ALL (SELECT ${customers.id} FROM ${customers} WHERE (${searchCustomers(q)}) AND (${begins}) IS NOT TRUE ${first}) ${first}`
}

const wordsOf = (q: string) => q.split(/\s+/).filter((word) => word !== '')

/** In a text that the index of last names carries. */
const anywhere = (word: string) => sql`${customers.searchText} LIKE fold(${likeTerm(word)})`

/** Two letters are looked for in names and references alone, so that they never match every mail address of a provider. */
function containing(word: string): SQL {
  const letters = [...word].length
  if (letters > 2) return anywhere(word)
  const stands = sql`${customers.searchName} LIKE fold(${likeTerm(word)})`
  return letters === 1
    ? stands
    : sql`(letter_pairs(${customers.searchName}) @> letter_pairs(fold(${word})) AND ${stands})`
}

/** The digits of something typed as a phone number; a national number is found without the zero that it begins with. */
function phoneDigits(q: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(q)) return null
  const digits = q.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 4 ? digits : null
}
