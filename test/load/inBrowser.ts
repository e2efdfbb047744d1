import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { chromium as installed, launchOptions } from '../browser/support/chromium.ts'
import type { Judged } from './bounds.ts'
import { buildScreens } from './browser/builtScreens.ts'
import { judgeFirstList } from './browser/firstList.ts'
import { judgePalette } from './browser/palette.ts'
import type { Shop } from './shop.ts'

type Measure = { name: string; judge: (browser: Browser, shop: Shop) => Promise<Judged[]> }

const measures: readonly Measure[] = [
  { name: 'first list in the browser', judge: (browser, { ours }) => judgeFirstList(browser, ours) },
  { name: 'palette in the browser', judge: judgePalette },
]

type Options = { only: string; say: (text: string) => void }

/** Whether any of this is asked for, so that the screens must be there when the server starts. */
const wanted = (only: string) => measures.filter(({ name }) => name.includes(only))

/** Our server serves the screens that are there when it starts. */
export async function prepareScreens(only: string): Promise<void> {
  if (wanted(only).length > 0) await buildScreens()
}

/** What people wait for in front of a screen, in the Chromium of this machine. */
export async function judgeInBrowser(shop: Shop, { only, say }: Options): Promise<Judged[]> {
  if (wanted(only).length === 0) return []
  if (!existsSync(installed)) {
    const text = `in the browser: nothing was measured, for there is no Chromium at ${installed}; name another in CHROMIUM`
    return [{ text, held: false }]
  }
  const browser = await chromium.launch(launchOptions)
  try {
    const judged: Judged[] = []
    for (const { name, judge } of wanted(only)) {
      judged.push(...(await judge(browser, shop)))
      say(name)
    }
    return judged
  } finally {
    await browser.close()
  }
}
