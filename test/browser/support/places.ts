import type { Page } from '@playwright/test'
import { DisclosureRow } from '../../../contract/disclosures.ts'
import { expect } from './expect.ts'
import { goTo } from './goTo.ts'
import { first, records } from './records.ts'

/** A page of the screens, or a dialog on it, and the way there. */
export type Place = { name: string; open: (page: Page) => Promise<void> }

export const at = (address: string, title: string | RegExp): Place => ({
  name: address,
  open: async (page) => {
    await goTo(page, address)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  },
})

/** What a button at a place opens. */
export const opened = (place: Place, button: string | RegExp): Place => ({
  name: `${button} at ${place.name}`,
  open: async (page) => {
    await place.open(page)
    await page.getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
})

/** A form or dialog as it stands after it was sent without anything in it. */
export const sentEmpty = (place: Place, button: string | RegExp): Place => ({
  name: `${place.name}, sent empty`,
  open: async (page) => {
    await place.open(page)
    const dialog = page.getByRole('dialog')
    const within = (await dialog.count()) > 0 ? dialog : page.getByRole('main')
    await within.getByRole('button', { name: button }).click()
    await expect(within.getByRole('alert').or(within.locator('[aria-invalid="true"]')).first()).toBeVisible()
  },
})

/** A customer's form that meets a colleague who saved first; the colleague is played, so that nothing is written. */
export const beaten = (customer: Place): Place => ({
  name: `a conflict at ${customer.name}`,
  open: async (page) => {
    await opened(customer, 'Correct').open(page)
    await page.route('**/api/customers/*', (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 409, json: conflict }) : route.fallback(),
    )
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: 'Last name' }).fill('Mine')
    await form.getByRole('textbox', { name: 'Reason' }).fill('The customer called.')
    await form.getByRole('button', { name: 'Save' }).click()
    const dialog = page.getByRole('dialog', { name: /saved first$/ })
    await dialog.getByRole('button', { name: 'Save what stands' }).click()
    await dialog.getByRole('radio', { name: 'Something else' }).check()
    await page.unroute('**/api/customers/*')
  },
})

/** The form of a request that meets colleagues who saved first; they are played, so that nothing is written. */
export const beatenAtRequest = (request: Place): Place => ({
  name: `a conflict at ${request.name}`,
  open: async (page) => {
    await request.open(page)
    await page.route('**/api/disclosures/*', async (route) => {
      if (route.request().method() === 'PUT') return route.fulfill({ status: 409, json: conflictOfRequest })
      const answer = await route.fetch()
      const stored = DisclosureRow.loose().parse(await answer.json())
      return route.fulfill({ response: answer, json: { ...stored, ...saved } })
    })
    await page.getByRole('textbox', { name: 'Their case number' }).fill('26-mine')
    await page.getByRole('button', { name: 'Save changes' }).click()
    const dialog = page.getByRole('dialog', { name: 'Noah Lindqvist saved first' })
    await dialog.getByRole('button', { name: 'Save what stands' }).click()
    await expect(dialog.getByText('Choose theirs or mine.')).toBeVisible()
    await page.unroute('**/api/disclosures/*')
  },
})

const saved = { agencyCaseNumber: '26-theirs', legalBasisText: 'Art. 6', version: 99 }
const played = (name: string, at: string, field: string) => ({
  by: { id: '01890000-0000-7000-8000-000000000000', name },
  at,
  fields: [field],
})
const conflictOfRequest = {
  code: 'VERSION_CONFLICT',
  status: 409,
  message: 'Noah Lindqvist changed this.',
  errors: {},
  details: {
    version: 99,
    saves: [
      played('Noah Lindqvist', '2026-01-01T09:00:00.000Z', 'agencyCaseNumber'),
      played('Helen Achterberg', '2026-01-01T08:00:00.000Z', 'legalBasisText'),
    ],
  },
}

const theirs = {
  before: null,
  actorKind: 'staff',
  by: { id: '01890000-0000-7000-8000-000000000000', name: 'Noah Lindqvist' },
  reason: 'The customer wrote.',
  at: '2026-01-01T09:00:00.000Z',
}
const conflict = {
  code: 'VERSION_CONFLICT',
  status: 409,
  message: 'Noah Lindqvist changed this.',
  errors: {},
  details: {
    version: 99,
    changes: [
      { ...theirs, field: 'lastName', after: 'Theirs' },
      { ...theirs, field: 'phone', after: '+49 ••• ••20' },
    ],
  },
}

/** Lists of a few rows: a barrier in one row is in all of them. */
export const list = (noun: string, title: string, filter: object = {}) =>
  at(`/${noun}?perPage=5&page=1&filter=${encodeURIComponent(JSON.stringify(filter))}`, title)

/** The page of the first request that fits. */
export async function disclosure(
  page: Page,
  filter: object,
  fits: (row: DisclosureRow) => boolean = () => true,
): Promise<Place> {
  const rows = await records(page, 'disclosures', filter)
  const { id, reference } = first(rows.filter(fits), `request ${JSON.stringify(filter)}`)
  return at(`/disclosures/${id}/show`, reference ?? /^Draft of /)
}

/** The page of the first purchase that fits. */
export async function purchase(page: Page, filter: object): Promise<Place> {
  const { id, reference } = first(
    await records(page, 'purchases', filter),
    `purchase ${JSON.stringify(filter)}`,
  )
  return at(`/purchases/${id}/show`, `Purchase ${reference}`)
}

/** What a key opens at a place. */
export const pressed = (place: Place, key: string, typed = ''): Place => ({
  name: `${key} ${typed} at ${place.name}`,
  open: async (page) => {
    await place.open(page)
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type(typed)
  },
})

/** What an entry of a menu opens. */
export const inMenu = (place: Place, button: string, entry: string): Place => ({
  name: `${entry} at ${place.name}`,
  open: async (page) => {
    await place.open(page)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
})
