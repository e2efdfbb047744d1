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
import type { Who } from './support/signIn.ts'

test.describe.configure({ mode: 'parallel' })

type Places = (page: Page) => Promise<Place[]>
type Round = [places: Places, ...schemes: Scheme[]]

/**
 * Each page is looked at wide and narrow, in light and in dark. A role's own pages take both schemes at a desk; those
 * that roles share are divided among them, so that together they see each in every width and scheme.
 */
const walks: readonly [role: string, who: Who, width: number, ...rounds: Round[]][] = [
  ['customer service', 'service2', 1440, [serviceDesk, 'light', 'dark'], [everyones, 'light']],
  ['customer service', 'service2', 390, [serviceDesk, 'dark']],
  ['compliance', 'compliance2', 1440, [complianceDesk, 'light', 'dark'], [everyones, 'dark']],
  ['compliance', 'compliance2', 390, [complianceDesk, 'light'], [officers, 'light', 'dark']],
  ['a manager', 'manager2', 1440, [managersDesk, 'light', 'dark'], [officers, 'light', 'dark']],
  ['a manager', 'manager2', 390, [managersDesk, 'dark'], [everyones, 'dark']],
  ['an auditor', 'auditor', 1440, [auditorsDesk, 'light', 'dark']],
  ['an auditor', 'auditor', 390, [auditorsDesk, 'light'], [everyones, 'light']],
]

for (const [role, who, width, ...rounds] of walks) {
  test(`${role} finds no page at ${width} px that shuts anybody out, and nothing to delete`, async ({
    open,
  }, info) => {
    info.setTimeout(180_000)
    const page = await open(who, { viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    for (const [places, ...schemes] of rounds)
      for (const place of await places(page)) await look(page, place, schemes)
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

async function look(page: Page, place: Place, schemes: Scheme[]): Promise<void> {
  await place.open(page)
  await axe(page, place.name, schemes)
  for (const kind of ['button', 'checkbox', 'link'] as const)
    await expect.soft(page.getByRole(kind, { name: /delete/i }), place.name).toHaveCount(0)
}
