import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digits } from './digits.ts'
import { messy } from './messy.ts'
import { naughty } from './naughty.ts'
import { policies } from './policies.ts'
import { shops } from './shops.ts'

// npm run check:data -- ../shared/data: holds the product against real input that is no part of this repository.

const folder = process.argv[2]
if (!folder) {
  console.error('Say where the data is: npm run check:data -- ../shared/data')
  process.exit(2)
}

let failures = 0
function check(what: string, isRight: boolean, found: unknown = '') {
  if (!isRight) failures += 1
  console.log(`${isRight ? 'ok  ' : 'FAIL'} ${what}${isRight ? '' : `: ${JSON.stringify(found)}`}`)
}

const { cards, missed, others, alarms } = await digits(folder)
check(`every card number of ${cards} is flagged`, missed.length === 0, missed)
check(`at most 2 % of ${others} other numbers are flagged`, alarms.length <= others * 0.02, alarms)

for (const { file, wrong } of await messy(folder))
  check(`${file} is read right or refused`, wrong === null, wrong)
for (const { what, wrong } of await naughty(folder)) check(what, wrong.length === 0, wrong.slice(0, 5))

const dataDir = await mkdtemp(join(tmpdir(), 'steward-check-'))
try {
  for (const { what, wrong } of await shops(folder, dataDir)) check(what, wrong === null, wrong)
  for (const { what, wrong } of await policies(folder, dataDir)) check(what, wrong === null, wrong)
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
console.log(failures === 0 ? 'All of it is right.' : `${failures} checks failed.`)
process.exitCode = failures === 0 ? 0 : 1
