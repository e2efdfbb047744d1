import type { Missing, Readiness } from '../../contract/readiness.ts'
import { type RequirementField, type Requirements, requirementFields } from '../../contract/settings.ts'
import { isBlank } from '../../contract/text.ts'
import type { customers } from '../database/schema/customers.ts'

/** What a customer told the shop, as far as the matrix of requirements asks for it. */
export type Told = Pick<
  typeof customers.$inferSelect,
  'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'locale' | 'timeZone'
> & { hasBilling: boolean; hasShipping: boolean }

/** Whether orders of this customer can be processed ("may mean that we cannot process your order"). */
export function readinessOf(matrix: Requirements, told: Told): Readiness {
  const missing = missingForOrder(matrix, told)
  return { processable: missing.length === 0, missing }
}

/** What an order still needs. What is required for an account is required for each of its orders. */
export function missingForOrder(matrix: Requirements, told: Told): Missing[] {
  return missing(matrix, told, (field) => matrix[field].requirement !== 'optional')
}

/** What the account itself still needs. */
export function missingForAccount(matrix: Requirements, told: Told): Missing[] {
  return missing(matrix, told, (field) => matrix[field].requirement === 'required_for_account')
}

function missing(matrix: Requirements, told: Told, isRequired: (field: RequirementField) => boolean) {
  return requirementFields
    .filter((field) => isRequired(field) && !isThere[field](told))
    .map((field) => ({ field, label: matrix[field].label }))
}

/** A telephone number that could not be read reaches nobody, so it is none. */
const isThere: Record<RequirementField, (told: Told) => boolean> = {
  name: ({ firstName, lastName, company }) => [firstName, lastName, company].some(isWord),
  company: ({ company }) => isWord(company),
  email: ({ email }) => isWord(email),
  phone: ({ phone }) => isWord(phone),
  billingAddress: ({ hasBilling }) => hasBilling,
  shippingAddress: ({ hasShipping }) => hasShipping,
  locale: ({ locale }) => isWord(locale),
  timeZone: ({ timeZone }) => isWord(timeZone),
}

function isWord(text: string | null): boolean {
  return text !== null && !isBlank(text)
}
