import type { Page } from '@playwright/test'
import { axe, type Scheme } from './support/axe.ts'
import { expect, test } from './support/journey.ts'
import type { Place } from './support/places.ts'
import {
  auditorsDesk,
  complianceDesk,
  everyones,
  managersDesk,
  officers,
  serviceDesk,
} from './support/placesOf.ts'
import { settled } from './support/settled.ts'
import type { Who } from './support/signIn.ts'

test.describe.configure({ mode: 'parallel' })

type Places = (page: Page) => Promise<Place[]>
type Walk = [role: string, who: Who, width: number, own: Places, shared?: Places, schemes?: Scheme[]]

/**
 * A role's own pages are looked at in both widths and both schemes. Those that it shares with others are looked at once
 * by each role, so that together they see each page in every width and scheme, with acts on it and without.
 */
const walks: readonly Walk[] = [
  ['customer service', 'service2', 1440, serviceDesk, everyones, ['light']],
  ['customer service', 'service2', 390, serviceDesk],
  ['compliance', 'compliance2', 1440, complianceDesk, everyones, ['dark']],
  ['compliance', 'compliance2', 390, complianceDesk, officers],
  ['a manager', 'manager2', 1440, managersDesk, officers],
  ['a manager', 'manager2', 390, managersDesk, everyones, ['dark']],
  ['an auditor', 'auditor', 1440, auditorsDesk],
  ['an auditor', 'auditor', 390, auditorsDesk, everyones, ['light']],
]

for (const [role, who, width, own, shared, schemes] of walks) {
  test(`${role} finds no page at ${width} px that shuts anybody out, and nothing to delete`, async ({
    open,
  }, info) => {
    info.setTimeout(180_000)
    const page = await open(who, { viewport: { width, height: 900 } })
    for (const place of await own(page)) await look(page, place)
    for (const place of (await shared?.(page)) ?? []) await look(page, place, schemes)
  })
}

for (const width of [1440, 390]) {
  test(`the sign-in page at ${width} px shuts nobody out`, async ({ open }) => {
    const page = await open(null, { viewport: { width, height: 900 } })
    await page.goto('/')
    await page.getByLabel('E-mail').fill('nobody@demo.example')
    await page.getByLabel('Password').fill('not it')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await axe(page, 'the sign-in page')
  })
}

async function look(page: Page, place: Place, schemes?: Scheme[]): Promise<void> {
  await place.open(page)
  await settled(page)
  for (const kind of ['button', 'checkbox', 'link'] as const)
    await expect.soft(page.getByRole(kind, { name: /delete/i }), place.name).toHaveCount(0)
  await axe(page, place.name, schemes)
}
