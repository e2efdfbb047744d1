import { parseArgs } from 'node:util'
import { type BatchTime, timeBatch } from './batches.ts'
import { folderOf, prepareFolder } from './folder.ts'
import { judgeInBrowser, prepareScreens } from './inBrowser.ts'
import { printReport } from './report/print.ts'
import { runOperations } from './runOperations.ts'
import { openShop, type Shop } from './shop.ts'
import { type SizeName, sizeNames } from './sizes.ts'
import { measureStarts } from './starts.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    data: { type: 'string' },
    seed: { type: 'string', default: '2006' },
    fill: { type: 'boolean', default: false },
  },
})
/** A filter takes at most 50,000; S has not as many that may go. */
const batchSizes: Record<SizeName, number[]> = { S: [5000], L: [5000, 50_000] }
const say = (text: string) => console.error(text)
const wanted = sizeNames.filter((name) => values.size === undefined || values.size.includes(name))
if (wanted.length === 0) {
  console.error(`--size is one of: ${sizeNames.join(', ')}`)
  process.exit(2)
}

for (const name of wanted) {
  say(`${name}: ${folderOf(name, values.data)}`)
  await prepareFolder(folderOf(name, values.data), name, Number(values.seed), say)
}
if (!values.fill) process.exitCode = (await run()) ? 0 : 1

/** Whether every bound was held. */
async function run() {
  await prepareScreens(values.only)
  const starts = await measureStarts(folderOf(wanted[0] ?? 'S', values.data))
  const shops = new Map<SizeName, Shop>()
  const close = async () => {
    for (const shop of shops.values()) await shop.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => close().finally(() => process.exit(130)))
  try {
    for (const name of wanted) shops.set(name, await openShop(folderOf(name, values.data)))
    const found = await runOperations(shops, { seconds: Number(values.seconds), only: values.only, say })
    const batches: BatchTime[] = []
    for (const [size, shop] of shops)
      for (const items of batchSizes[size]) {
        const timed = 'batch'.includes(values.only) ? await timeBatch(size, shop, items) : null
        if (timed) batches.push(timed)
      }
    const largest = [...shops.values()].at(-1)
    const seen = largest ? await judgeInBrowser(largest, { only: values.only, say }) : []
    return printReport({ ...found, batches, seen }, starts)
  } finally {
    await close()
  }
}
