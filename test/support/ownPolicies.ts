import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Policy } from '../../contract/policies.ts'
import { testApp } from './app.ts'
import { policyWork } from './policies.ts'

type Shop = Awaited<ReturnType<typeof testApp>>
type Given = { shop: Shop; work: ReturnType<typeof policyWork>; policy: Policy }

/** One shop for the tests that follow; each of them begins at nine o'clock with a policy that no other looks at. */
export function ownPolicies(give: (given: Given) => void): void {
  let shop: Shop
  let made = 0
  beforeAll(async () => {
    shop = await testApp()
  })
  afterAll(() => shop.close())
  beforeEach(async () => {
    shop.at('2026-06-01T09:00:00.000Z')
    const work = policyWork(shop)
    give({ shop, work, policy: await work.addPolicy(`policy_${++made}`) })
  })
}
