import type { Page } from '@playwright/test'
import { outdatedDraft } from './drafts.ts'
import { expect } from './expect.ts'
import {
  at,
  beaten,
  beatenAtRequest,
  disclosure,
  inMenu,
  list,
  opened,
  type Place,
  pressed,
  purchase,
  sentEmpty,
} from './places.ts'
import { post } from './post.ts'
import { first, records } from './records.ts'
import { nameOf } from './signIn.ts'
import { unique } from './unique.ts'

const start = at('/', 'Start')
// Such as no journey changes.
const settledOnes = { activation: 'active', orderStatus: 'refunded', openMatter: 'none' }
const putAway = { activation: 'deactivated', deactivationReason: 'inactive_account' }

/** What every role can reach; the start page is another for each. */
export async function everyones(page: Page): Promise<Place[]> {
  const customer = first(await records(page, 'customers', { status: 'active' }), 'customer')
  const posted = await records(page, 'revisions', { state: 'published' })
  const { id, policyId } = first(
    posted.filter(({ number }) => number === 2),
    'second revision',
  )
  return [
    list('customers', 'Customers'),
    at(`/customers/${customer.id}/show`, customer.name),
    list('purchases', 'Purchases'),
    await purchase(page, settledOnes),
    await purchase(page, putAway),
    list('batches', 'Batches'),
    list('policies', 'Policies'),
    at(`/policies/${policyId}/show?on=2026-03-02`, 'Privacy at Lamplight & Paper'),
    list('revisions', 'Revisions', { state: 'published' }),
    at(`/revisions/${id}/show`, 'Revision 2'),
    at(`/revisions/${id}/compare`, /^Compare /),
    list('events', 'Events'),
    at('/settings', 'Settings'),
    await purchase(page, { orderStatus: 'blocked_missing_info' }),
    at('/nowhere', 'No such page'),
  ]
}

export async function serviceDesk(page: Page): Promise<Place[]> {
  const customer = first(await records(page, 'customers', { status: 'active' }), 'customer')
  const ofCustomer = at(`/customers/${customer.id}/show`, customer.name)
  const active = await purchase(page, settledOnes)
  const deactivated = await purchase(page, putAway)
  const underWay = await purchase(page, { orderStatus: 'processing' })
  return [
    start,
    sentEmpty(opened(ofCustomer, 'Reveal contact data'), 'Reveal contact data'),
    ...corrections(ofCustomer),
    sentEmpty(opened(active, 'Deactivate purchase'), 'Deactivate purchase'),
    sentEmpty(opened(deactivated, 'Reactivate purchase'), 'Reactivate purchase'),
    await purchase(page, { activation: 'active', orderStatus: 'shipped' }),
    sentEmpty(opened(underWay, 'Cancel order'), 'Cancel order'),
    lookedAt(opened(oneSelected(list('purchases', 'Purchases', settledOnes)), /^Deactivate$/)),
    opened(await batch(page, { orderStatus: ['processing', 'shipped'] }), 'Stop'),
    opened(start, /^Account of /),
    pressed(active, 'Control+k'),
    pressed(start, 'Control+k', 'ma'),
    pressed(start, 'Control+k', 'nobody is called so'),
    pressed(list('purchases', 'Purchases'), '?'),
    sentEmpty(
      inMenu(list('purchases', 'Purchases'), 'Save view', 'Save the list as a new view'),
      'Save view',
    ),
    ...aside(page),
  ]
}

/** A list in which the first row is ticked. */
const oneSelected = (place: Place): Place => ({
  name: `${place.name}, one selected`,
  open: async (page) => {
    await place.open(page)
    await page.getByRole('checkbox', { name: 'Select this row' }).first().check()
  },
})

/** The dialog of a batch once it says what will happen. */
const lookedAt = (place: Place): Place => ({
  name: `${place.name}, looked at`,
  open: async (page) => {
    await place.open(page)
    await page.keyboard.press('1')
    await expect(page.getByRole('dialog').getByText('Will be deactivated')).toBeVisible()
  },
})

/** The page of a batch that changes nothing: none of its purchases can be deactivated. */
async function batch(page: Page, filter: object): Promise<Place> {
  const body = { action: 'deactivate', reason: 'test_order', filter: { activation: 'active', ...filter } }
  const { id: dryRunId } = await post(page, '/api/batches', { ...body, dryRun: true })
  const { id } = await post(page, '/api/batches', { ...body, dryRunId })
  return at(`/batches/${id}/show`, 'Deactivate 0 purchases')
}

/** What opens on a customer's page to correct it, and what meets one there. */
function corrections(ofCustomer: Place): Place[] {
  return [
    sentEmpty(opened(ofCustomer, 'Correct'), 'Save'),
    beaten(ofCustomer),
    sentEmpty(opened(ofCustomer, 'Add address'), 'Add address'),
    sentEmpty(opened(ofCustomer, 'Retire'), 'Retire'),
    opened(ofCustomer, 'Defaults'),
    opened(ofCustomer, 'E-mail'),
    opened(ofCustomer, 'Source'),
  ]
}

/** What opens beside or over a page: other things on a phone than at a desk. */
function aside(page: Page): Place[] {
  const purchases = list('purchases', 'Purchases')
  const isNarrow = (page.viewportSize()?.width ?? 0) < 600
  return isNarrow
    ? [opened(purchases, 'Filters'), opened(start, 'Menu')]
    : [opened(purchases, 'Columns'), opened(purchases, 'Order status')]
}

export async function complianceDesk(page: Page): Promise<Place[]> {
  const draft = first(await records(page, 'disclosures', { state: 'draft' }), 'draft request')
  const drafts = await records(page, 'revisions', { state: 'draft' })
  const ownDraft = first(
    drafts.filter(({ createdBy }) => createdBy?.name === nameOf('compliance')),
    'draft by compliance',
  )
  const inReview = await disclosure(page, { state: 'in_review' })
  return [
    start,
    at(`/disclosures/${draft.id}`, /^Edit/),
    beatenAtRequest(at(`/disclosures/${draft.id}`, /^Edit/)),
    opened(inReview, 'Assign reviewer'),
    sentEmpty(opened(inReview, 'Verify requester'), 'Verify requester'),
    opened(inReview, 'Send for approval'),
    at(`/revisions/${ownDraft.id}`, /^Draft of /),
    sentEmpty(opened(at(`/revisions/${ownDraft.id}`, /^Draft of /), 'Discard draft'), 'Discard draft'),
    at(`/revisions/${ownDraft.id}/compare`, /^Compare /),
  ]
}

export async function managersDesk(page: Page): Promise<Place[]> {
  const waiting = await disclosure(page, { waitingForMe: true, state: 'awaiting_approval' })
  const key = `returns_${unique().toLowerCase()}`
  const policy = await post(page, '/api/policies', { key, title: 'Returns', contactEmail: 'a@b.example' })
  const body = '## Returns\n\nWithin [thirty days](https://shop.example/returns).\n'
  const draft = await post(page, '/api/revisions', { policyId: policy.id, body })
  const outdated = await outdatedDraft(page)
  const comparison = at(`/revisions/${draft.id}/compare`, /^Compare /)
  const closed = first(await records(page, 'customers', { status: 'closed' }), 'closed customer')
  return [
    start,
    sentEmpty(opened(at(`/customers/${closed.id}/show`, closed.name), 'Reopen account'), 'Reopen account'),
    opened(waiting, 'Approve'),
    sentEmpty(opened(waiting, 'Return to review'), 'Return to review'),
    sentEmpty(at('/policies/create', 'New policy'), 'Add policy'),
    at(`/policies/${policy.id}/show`, 'Returns'),
    sentEmpty(opened(at(`/policies/${policy.id}/show`, 'Returns'), 'Draft a deviation'), 'Draft a deviation'),
    at(`/policies/${policy.id}`, 'Settings of Returns'),
    at(`/revisions/${draft.id}`, /^Draft of /),
    opened(at(`/revisions/${draft.id}`, /^Draft of /), 'Earlier versions'),
    opened(at(`/revisions/${outdated.id}/compare`, /^Compare /), 'Bring in revision 1'),
    comparison,
    sentEmpty(opened(comparison, 'Publish'), 'Publish'),
    await batch(page, { orderStatus: 'pending' }),
  ]
}

export async function auditorsDesk(page: Page): Promise<Place[]> {
  return [
    start,
    list('disclosures', 'Disclosures'),
    await disclosure(page, { state: 'approved' }),
    at('/disclosures/create', 'Not for your role'),
  ]
}

/** Requests in every state, and the form that logs one: the same for compliance and for managers. */
export async function officers(page: Page): Promise<Place[]> {
  const states = ['draft', 'logged', 'in_review', 'awaiting_approval', 'approved', 'refused', 'no_data']
  const form = at('/disclosures/create', 'New request')
  return [
    list('disclosures', 'Disclosures'),
    ...(await Promise.all(states.map((state) => disclosure(page, { state })))),
    await disclosure(page, { state: 'approved' }, ({ secrecyOrdered }) => secrecyOrdered),
    sentEmpty(form, 'Log request'),
  ]
}
