import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import type { Judged } from '../bounds.ts'
import type { Samples } from '../samples.ts'
import type { Shop } from '../shop.ts'
import { openAs } from './openAs.ts'

const atMost = 300
const ofEach = 12
/** People look up when they have typed a beginning, the dearest thing to look for, and when they have typed all. */
const beginning = (term: string) => /^#?.{1,3}/.exec(term)?.[0] ?? term
const pause = 300

/** How long the list of the palette is behind somebody who types what people look for. */
export async function judgePalette(browser: Browser, { ours, samples }: Shop): Promise<Judged[]> {
  const { page, close } = await openAs(browser, ours)
  try {
    await page.addInitScript(timeStrokes)
    await page.goto(`${ours.url}/customers`)
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    const times: number[] = []
    for (const term of termsOf(samples)) {
      await page.keyboard.press('Control+a')
      const first = beginning(term)
      times.push(await type(page, first, first))
      if (term !== first) times.push(await type(page, term.slice(first.length), term))
    }
    return [verdict(times)]
  } finally {
    await close()
  }
}

function termsOf({ rare, names, emails, phones, numbers }: Samples): string[] {
  const common = 'garcia muller silva smith yilmaz martin rossi johnson schmidt santos'.split(' ')
  return [...common, ...[rare, names, emails, phones, numbers].flatMap((terms) => terms.slice(0, ofEach))]
}

/** Key by key as people do. Answers how long after the last the list for what stands there was drawn. */
async function type(page: Page, keys: string, term: string): Promise<number> {
  for (const [index, key] of [...keys].entries()) {
    if (index > 0) await sleep(70 + ((index * 37) % 60))
    await page.keyboard.press(key === ' ' ? 'Space' : key)
  }
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    await sleep(pause)
    const took = await page.evaluate((text) => performance.getEntriesByName(text)[0]?.duration, term)
    if (took === undefined) continue
    await page.evaluate(() => performance.clearMeasures())
    return took
  }
  throw new Error(`the palette showed no list for "${term}"`)
}

/** Runs in the page: measures from a key's press, as the system tells its time, to the picture with its list. */
function timeStrokes() {
  let pressed = 0
  let waiting: { text: string; start: number } | null = null
  const look = () => {
    const list = document.querySelector('[role=listbox]')
    if (waiting && list?.getAttribute('aria-busy') === 'false') {
      const { text, start } = waiting
      waiting = null
      setTimeout(() => performance.measure(text, { start, end: performance.now() }))
    }
    if (waiting) requestAnimationFrame(look)
  }
  const press = ({ timeStamp }: KeyboardEvent) => {
    pressed = timeStamp
  }
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    const isLooking = waiting !== null
    waiting = { text: target.value, start: pressed }
    if (!isLooking) requestAnimationFrame(look)
  }
  addEventListener('keydown', press, true)
  addEventListener('input', change, true)
}

function verdict(times: readonly number[]): Judged {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0)
  const p95 = Number(at(0.95))
  return {
    text: `palette: ${p95} ≤ ${atMost} ms from a keystroke to its list (p95 of ${sorted.length}; p50 ${at(0.5)}, p99 ${at(0.99)})`,
    held: p95 <= atMost,
  }
}
