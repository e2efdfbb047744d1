import type { Page } from '@playwright/test'
import { Disclosure } from '../../contract/disclosures.ts'
import { Session } from '../../contract/session.ts'
import { goTo } from './support/goTo.ts'
import { importFile } from './support/importFile.ts'
import { expect, test } from './support/journey.ts'
import { post } from './support/post.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

const sign = unique()
const shared = `mill.${sign}@mail.example`.toLowerCase()
const misspelled = `nroa.${sign}@mail.example`.toLowerCase()
const why = 'The address was hers until May; the parcels are those of its present owner.'
const named = [
  { externalId: `N${sign}`, firstName: 'Nora', lastName: sign, email: shared, country: 'DE' },
  { externalId: `O${sign}`, firstName: 'Olga', lastName: sign, email: `olga.${shared}`, country: 'DE' },
]

/** A subpoena that names three addresses: one of a customer, a former one of another, and one that nobody has. */
async function logged(page: Page, assignTo: string): Promise<string> {
  await importFile('customers', named)
  const customers = await records(page, 'customers', { q: sign })
  const idOf = (firstName: string) =>
    first(
      customers.filter(({ name }) => name.startsWith(firstName)),
      `customer ${firstName}`,
    ).id
  const { id } = await post(page, '/api/disclosures', {
    channel: 'email',
    receivedAt: new Date().toISOString(),
    agency: { name: 'Prosecutor of Upper Inventia', type: 'prosecutor', country: 'SE' },
    officer: { name: 'Lars Holm', officialEmail: 'l.holm@prosecutor.example' },
    agencyCaseNumber: `LI-${sign}`,
    legalProcess: 'trial_subpoena',
    legalBasisText: 'Code of Procedure, § 95',
    ground: 'fraud',
    justification: `Stolen cards paid for parcels to three addresses, which file LI-${sign} names.`,
    categories: ['identity', 'address'],
    scopeFrom: '2026-01-01',
    scopeTo: '2026-03-31',
    subjects: [
      { customerId: idOf('Nora'), identifier: shared, matchConfidence: 'exact' },
      { customerId: idOf('Olga'), identifier: shared, matchConfidence: 'probable' },
      { identifier: misspelled, matchConfidence: 'none' },
    ],
    log: { assignTo },
  })
  return id
}

test('three people answer about three addresses: one logs, one decides on each and says why one is left out, one approves that', async ({
  open,
}) => {
  const officer = await open('compliance')
  const reviewer = await open('compliance2')
  const me = Session.parse(await (await reviewer.request.get('/api/session')).json())
  const id = await logged(officer, me.id)

  await goTo(reviewer, `/disclosures/${id}/show`)
  const title = reviewer.getByRole('heading', { level: 1, name: /^DR-\d{4}-\d+$/ })
  await expect(title).toBeVisible()
  const reference = await title.innerText()
  const next = reviewer.getByRole('region', { name: 'Next step' })
  await next.getByRole('button', { name: 'Verify requester' }).click()
  const verifying = reviewer.getByRole('dialog', { name: `Verify the requester of ${reference}` })
  await reviewer.keyboard.press('1')
  await verifying.getByRole('button', { name: 'Verify requester' }).click()
  await expect(verifying).toBeHidden()

  const about = (name: string) => reviewer.getByRole('group', { name: `Decision about ${name}` })
  await about(`Nora ${sign}`).getByRole('button', { name: 'Produce' }).click()
  await about(`Olga ${sign}`).getByRole('button', { name: 'Exclude' }).click()
  await expect(about(misspelled).getByRole('button', { name: 'Produce' })).toBeDisabled()
  await about(misspelled).getByRole('button', { name: 'No data' }).click()
  await expect(reviewer.getByText('Chosen here only.')).toBeVisible()

  await next.getByRole('button', { name: 'Send for approval' }).click()
  const sending = reviewer.getByRole('dialog', { name: `Send ${reference} for approval` })
  await sending.getByRole('button', { name: 'Send for approval' }).click()
  const olga = sending.getByRole('listitem').filter({ hasText: `Olga ${sign}` })
  await expect(olga).toContainText('Give the reason.')
  await olga.getByRole('combobox', { name: 'Reason' }).click()
  await reviewer.getByRole('option', { name: 'Somebody else is meant' }).click()
  await olga.getByRole('textbox', { name: 'In words' }).fill(why)
  await sending.getByRole('button', { name: 'Send for approval' }).click()
  await expect(sending).toBeHidden()
  await expect(next).toContainText('Another compliance officer or a manager must decide it.')

  await goTo(officer, `/disclosures/${id}/show`)
  await expect(officer.getByRole('heading', { level: 1, name: reference })).toBeVisible()
  await expect(officer.getByRole('region', { name: 'Next step' })).toContainText('You logged this request')
  for (const page of [officer, reviewer])
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)

  const approver = await open('manager')
  await goTo(approver, `/disclosures/${id}/show`)
  await approver.getByRole('button', { name: 'Approve' }).click()
  const approving = approver.getByRole('dialog', { name: `Approve ${reference}` })
  const scope = approving.getByRole('list', { name: 'What is decided on' }).getByRole('listitem')
  await expect(scope.filter({ hasText: `Nora ${sign}` })).toContainText('Identity, Addresses')
  await expect(scope.filter({ hasText: `Olga ${sign}` })).toContainText(`Somebody else is meant: ${why}`)
  await expect(scope.filter({ hasText: `Olga ${sign}` })).not.toContainText('Identity')
  await expect(scope.filter({ hasText: misspelled })).toContainText('No data')
  await approving.getByRole('button', { name: 'Approve' }).click()
  await expect(approving).toBeHidden()

  await expect(approver.getByRole('region', { name: 'Outcome' })).toContainText('Decided by Helen Achterberg')
  const approved = Disclosure.parse(await (await approver.request.get(`/api/disclosures/${id}`)).json())
  expect(approved.outcome, 'a request that leaves somebody out is answered in part').toBe('partial')
  const decisions = approver.getByRole('region', { name: 'Decisions' }).getByRole('listitem')
  await expect(decisions.filter({ hasText: 'Approved' })).toContainText('Helen Achterberg')
  await expect(decisions.filter({ hasText: 'Sent for approval' })).toContainText('Tomasz Wrona')
  const people = approver.getByRole('region', { name: 'People' }).getByRole('listitem')
  await expect(people.filter({ hasText: `Olga ${sign}` })).toContainText(why)
})
