import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { settled } from './settled.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** The page as it stands has no barrier that a machine can find. */
export async function axe(page: Page, place: string): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze()
  const barriers = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  )
  expect(barriers, `barriers on ${place}`).toEqual([])
}
