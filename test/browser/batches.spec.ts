import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { batchRequest } from '../../contract/batchRequests.ts'
import { goTo } from './support/goTo.ts'
import { importFile } from './support/importFile.ts'
import { quietOrder } from './support/importQuiet.ts'
import { expect, test } from './support/journey.ts'
import { post } from './support/post.ts'
import { first, records } from './support/records.ts'
import { unique } from './support/unique.ts'

test('of 5,000 purchases that customer service proposes to put away, a manager approves 4,551, 4,548 go, and the right ones come back (T20, T21)', async ({
  open,
}) => {
  test.setTimeout(150_000)
  const sign = unique()
  await importShop(sign)
  const page = await open('service')
  const main = page.getByRole('main')
  const manager = await open('manager')
  const desk = manager.getByRole('main')
  await putAwayBefore(manager, sign)

  // The rule suggests what is active and may go; all that was delivered is more.
  await goTo(page, '/purchases')
  await main.getByRole('button', { name: 'Suggested by the activity rule' }).click()
  await main.getByRole('textbox', { name: 'Order number, reference, customer' }).fill(sign)
  await expect(page.getByText('4,552 purchases')).toBeVisible()
  await main.getByRole('button', { name: 'Suggested by the activity rule' }).click()
  await main.getByRole('button', { name: 'All', exact: true }).click()
  await expect(page.getByText('5,001 purchases')).toBeVisible()

  const bar = page.getByRole('region', { name: 'Selected purchases' })
  await bar.getByRole('button', { name: 'Select all 5,001' }).click()
  await expect(bar.getByRole('status')).toHaveText('All 5,001 that match are selected')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(bar.getByRole('status')).toHaveText('5,000 selected')

  await bar.getByRole('button', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deactivate purchases' })
  const preview = dialog.getByRole('region', { name: 'What will happen' })
  await expect(dialog.getByRole('button', { name: 'Deactivate' })).toBeDisabled()
  await page.keyboard.press('1')
  await expect(preview).toContainText(would('4,551', '412'))
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Kept while the dialog is closed')
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Deactivate' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Kept while the dialog is closed')
  const before = await batchesOf(page, 5000)
  await dialog.getByRole('button', { name: 'Propose to deactivate 4,551 purchases' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Deactivate 4,551 purchases' })).toBeVisible()
  await expect(page.getByText('Nothing is changed before a manager approves.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  expect(await batchesOf(page, 5000), 'a double click makes one batch').toBe(before + 1)

  for (const n of [101, 102, 103]) await act(page, `#${sign}-0${n}`, 'deactivate', { version: 1, ...doubled })

  await manager.getByRole('link', { name: 'Start' }).click()
  await manager.getByRole('link', { name: 'Deactivate 4,551 purchases' }).first().click()
  await manager.getByRole('button', { name: 'Approve' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve' }).dblclick()
  await isDone(manager)
  await shows(manager, [
    [/^Deactivated$/, '4,548'],
    [/^Deactivated already$/, '412'],
    [/^Not eligible 37: a dispute is open$/, '37'],
    [/^Changed meanwhile$/, '3'],
  ])

  const [download] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name: 'Download result' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('result.csv')
  const [, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(new Set(lines.map((line) => line.split(',')[0])).size, 'each of the 5,000 is listed').toBe(5000)
  const listedAs = (outcome: string) => lines.filter((line) => line.split(',')[4] === outcome).length
  expect(['deactivated', 'already_deactivated', 'not_eligible', 'changed_meanwhile'].map(listedAs)).toEqual([
    4548, 412, 37, 3,
  ])

  // Who proposed it looks now and then, and has had the time by now.
  await isDone(page)
  await looksAgain(page)
  await isRecorded(await open('auditor'), manager.url().split('/').at(-2) ?? '')

  await act(page, `#${sign}-0201`, 'reactivate', { version: 2, ...wanted })
  await act(page, `#${sign}-0202`, 'reactivate', { version: 2, ...wanted })
  await act(page, `#${sign}-0202`, 'deactivate', { version: 3, ...doubled })
  await manager.getByRole('button', { name: 'Bring back' }).click()
  await manager.getByRole('textbox', { name: 'Why they come back' }).fill('The filter was wrong.')
  await manager.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click()
  await expect(manager.getByRole('heading', { level: 1, name: 'Bring back 4,548 purchases' })).toBeVisible()
  await isDone(manager)
  await shows(manager, [
    [/^Reactivated$/, '4,546'],
    [/^Changed meanwhile$/, '2'],
  ])
  await expect(desk).toContainText('The filter was wrong.')
  await desk.getByRole('button', { name: 'Outcome' }).click()
  await manager.getByRole('checkbox', { name: /^Changed meanwhile/ }).click()
  await manager.keyboard.press('Escape')
  await expect(listed(manager, sign), 'what was touched since is listed').toHaveCount(2)
  for (const n of [201, 202])
    await expect(listed(manager, `#${sign}-0${n}`)).toContainText('Changed meanwhile')

  await goTo(manager, `/purchases/${await idOf(page, `#${sign}-0300`)}/show`)
  await expect(manager.getByText(/^Reactivated by .* in a batch/)).toBeVisible()
  await expect(manager.getByRole('link', { name: 'in a batch' })).toHaveCount(2)
  await goTo(page, '/purchases')
  await main.getByRole('button', { name: 'Deactivated', exact: true }).click()
  // 412 from before, the three, and the one that was put away again.
  await expect(page.getByText('416 purchases')).toBeVisible()
})

const doubled = { reason: 'duplicate' }
const wanted = { note: 'The customer wants it back.' }

/** Fifty quiet customers with 5,001 delivered orders: one for the top of the list, 412 to be away, 37 in dispute. */
async function importShop(sign: string): Promise<void> {
  const customers = Array.from({ length: 50 }, (_, n) => `${sign}-${n}`)
  const order = (number: string, n: number, more = {}) => ({
    ...quietOrder(`#${sign}-${number}`, `${sign}-${n % customers.length}`),
    openMatter: 'none',
    ...more,
  })
  const of = (many: number, name: string, more = {}) =>
    Array.from({ length: many }, (_, n) => order(`${name}${String(n).padStart(4, '0')}`, n, more))
  await importFile(
    'customers',
    customers.map((externalId) => ({ externalId, firstName: 'Quiet', lastName: sign })),
  )
  await importFile('purchases', [
    order('top', 0, { placedAt: '2020-05-06' }),
    ...of(412, 'away'),
    ...of(37, 'matter', { openMatter: 'dispute' }),
    ...of(4551, ''),
  ])
}

/** What somebody put away earlier. */
async function putAwayBefore(page: Page, sign: string): Promise<void> {
  const body = { action: 'deactivate', filter: { q: `${sign}-away` }, ...doubled }
  const { id: dryRunId } = await post(page, '/api/batches', { ...body, dryRun: true })
  const { id } = await post(page, '/api/batches', { action: 'deactivate', ...doubled, dryRunId })
  await goTo(page, `/batches/${id}/show`)
  await isDone(page)
  await shows(page, [[/^Deactivated$/, '412']])
}

/** The same list once more: nothing in it would change, so that it cannot even be run. */
async function looksAgain(page: Page): Promise<void> {
  await goTo(page, '/purchases')
  const bar = page.getByRole('region', { name: 'Selected purchases' })
  await bar.getByRole('button', { name: 'Select all 5,001' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await bar.getByRole('button', { name: 'Deactivate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deactivate purchases' })
  await page.keyboard.press('1')
  await expect(dialog.getByRole('region', { name: 'What will happen' })).toContainText(would('0', '4,963'))
  await expect(dialog.getByRole('button', { name: 'Deactivate' })).toBeDisabled()
}

/** What an auditor finds of it: that it was approved, once, and each purchase that it put away. */
async function isRecorded(page: Page, batchId: string): Promise<void> {
  const requestId = Array.from({ length: 20 }, (_, n) => batchRequest(batchId, n + 1))
  for (const [filter, many] of [
    [{ recordId: batchId, act: 'approve' }, '1 event'],
    [{ requestId, noun: 'purchases', act: 'deactivate' }, '4,548 events'],
    [{ requestId }, '4,548 events'],
  ] as const) {
    await goTo(page, `/events?filter=${encodeURIComponent(JSON.stringify(filter))}`)
    await expect(page.getByRole('main').getByText(many, { exact: true })).toBeVisible()
  }
}

const would = (go: string, away: string) =>
  new RegExp(
    `Will be deactivated\\s*${go}\\s*Deactivated already\\s*${away}\\s*Not eligible\\s*37: a dispute is open\\s*37\\s*Changed meanwhile\\s*0`,
  )

const isDone = (page: Page) =>
  expect(page.getByRole('main').getByText('Done', { exact: true })).toBeVisible({ timeout: 40_000 })

const batchesOf = async (page: Page, many: number) =>
  (await records(page, 'batches', {})).filter(({ items }) => items === many).length

const idOf = async (page: Page, number: string) =>
  first(await records(page, 'purchases', { q: number }), `order ${number}`).id

const act = async (page: Page, number: string, verb: string, body: object) =>
  post(page, `/api/purchases/${await idOf(page, number)}/${verb}`, body)

/** How many ended how. */
async function shows(page: Page, outcomes: readonly (readonly [RegExp, string])[]): Promise<void> {
  const rows = page.getByRole('region', { name: 'Progress' }).getByRole('row')
  for (const [outcome, many] of outcomes) {
    const row = rows.filter({ has: page.getByRole('cell', { name: outcome }) })
    await expect(row.getByRole('cell').last()).toHaveText(many)
  }
}

/** The rows of purchases whose order number begins so. */
const listed = (page: Page, number: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: number }) })
