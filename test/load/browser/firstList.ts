import type { Browser } from '@playwright/test'
import type { Judged } from '../bounds.ts'
import type { Running } from '../processes.ts'
import { serveBareList } from './bareList.ts'
import { openAs } from './openAs.ts'

const rounds = 15
const bounds = { kilobytes: 330, requests: 12, megabytes: 30, ratio: 1.3 }

type Loaded = { kilobytes: number; requests: number; firstRow: number; megabytes: number }

/** What a browser that knows nothing of us loads until the customers stand there, beside a bare react-admin. */
export async function judgeFirstList(browser: Browser, server: Running): Promise<Judged[]> {
  const bare = await serveBareList(server)
  const found: Record<'ours' | 'bare', Loaded[]> = { ours: [], bare: [] }
  try {
    // The round before the first warms the servers up and does not count.
    for (let round = -1; round < rounds; round++) {
      const ours = await load(browser, server, `${server.url}/customers`)
      const theirs = await load(browser, server, `${bare.url}/#/customers`)
      if (round < 0) continue
      found.ours.push(ours)
      found.bare.push(theirs)
    }
  } finally {
    await bare.close()
  }
  return judge(median(found.ours), median(found.bare))
}

function judge(ours: Loaded, bare: Loaded): Judged[] {
  const ratio = ours.firstRow / bare.firstRow
  const beside = (figure: keyof Loaded) => `(a bare react-admin list: ${bare[figure].toFixed(0)})`
  return [
    {
      text: `first list: ${ours.kilobytes.toFixed(0)} ≤ ${bounds.kilobytes} KB of brotli ${beside('kilobytes')}`,
      held: ours.kilobytes <= bounds.kilobytes,
    },
    {
      text: `first list: ${ours.requests} ≤ ${bounds.requests} requests ${beside('requests')}`,
      held: ours.requests <= bounds.requests,
    },
    {
      text: `first list: heap ${ours.megabytes.toFixed(1)} ≤ ${bounds.megabytes} MB ${beside('megabytes')}`,
      held: ours.megabytes <= bounds.megabytes,
    },
    {
      text: `first list: first row after ${ours.firstRow.toFixed(0)} ms, ${ratio.toFixed(2)} ≤ ${bounds.ratio} times ${bare.firstRow.toFixed(0)} of a bare react-admin list`,
      held: ratio <= bounds.ratio,
    },
  ]
}

/** Once, in a context of its own: nothing is in its caches. */
async function load(browser: Browser, server: Running, url: string): Promise<Loaded> {
  const { page, close } = await openAs(browser, server)
  try {
    const client = await page.context().newCDPSession(page)
    let requests = 0
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      requests += 1
      // The weight of the answers is that of the data.
      if (new URL(request.url()).pathname.startsWith('/api/')) return
      sizes.push(request.sizes().then(({ responseBodySize }) => Math.max(0, responseBodySize)))
    })
    await page.addInitScript(markFirstRow)
    await page.goto(url)
    await page.locator('tbody tr').first().waitFor()
    await page.waitForLoadState('networkidle')
    const firstRow = await page.evaluate(() => performance.getEntriesByName('first row')[0]?.startTime)
    if (firstRow === undefined) throw new Error(`${url} showed no row`)
    await client.send('HeapProfiler.collectGarbage')
    const { usedSize } = await client.send('Runtime.getHeapUsage')
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    return { kilobytes: bytes / 1024, requests, firstRow, megabytes: usedSize / 2 ** 20 }
  } finally {
    await close()
  }
}

/** Runs in the page: notes when the first row with a word in it was drawn, counted from when the page was asked for. */
function markFirstRow() {
  const observer = new MutationObserver(() => {
    const rows = [...document.querySelectorAll('tbody tr')]
    if (!rows.some(({ textContent }) => /\p{L}/u.test(textContent ?? ''))) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('first row')))
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true })
}

function median(loads: readonly Loaded[]): Loaded {
  const middle = (figure: keyof Loaded) =>
    loads.map((each) => each[figure]).sort((one, other) => one - other)[Math.floor(loads.length / 2)] ??
    Number.NaN
  return {
    kilobytes: middle('kilobytes'),
    requests: middle('requests'),
    firstRow: middle('firstRow'),
    megabytes: middle('megabytes'),
  }
}
