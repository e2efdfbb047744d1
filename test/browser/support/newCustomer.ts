import type { Page } from '@playwright/test'
import type { Customer } from '../../../contract/customers.ts'
import { importFile } from './importFile.ts'
import { first, records } from './records.ts'
import { unique } from './unique.ts'

/** A customer whom no other journey knows, as an operator brings one in. */
export async function newCustomer(page: Page): Promise<Customer> {
  const externalId = unique()
  const lastName = `Prado${externalId}`
  await importFile('customers', [
    {
      externalId,
      firstName: 'Luisa',
      lastName,
      email: `luisa.${externalId.toLowerCase()}@mail.example`,
      phone: '+49 30 901820',
      line1: 'Lindenallee 12',
      city: 'Berlin',
      postalCode: '10115',
      country: 'DE',
    },
  ])
  return first(await records(page, 'customers', { q: lastName }), `customer ${lastName}`)
}
