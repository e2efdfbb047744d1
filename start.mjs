import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = import.meta.dirname

function stop(sentence) {
  console.error(sentence)
  process.exit(2)
}

/** Builds the screens where they are missing or old, in a process of its own so that the server stays small. */
function build() {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) {
    if (existsSync(join(root, 'dist/.built'))) {
      console.log('The screens are older than their sources; the tools to build them anew are not installed.')
      return
    }
    stop(
      'The screens are not built and the tools to build them are not installed: run "npm ci" without --omit=dev.',
    )
  }
  console.log(
    'Building the screens, which takes a few seconds and is done again only when their sources change.',
  )
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) stop('The screens could not be built; the lines above say why. Nothing was started.')
}

if (Number.parseInt(process.versions.node, 10) < 24) {
  stop(
    `Steward needs Node 24 and this is ${process.versions.node}: start it with "npm start", which uses the Node 24 that "npm ci" installed, or install Node 24 yourself.`,
  )
}

const { isStale } = await import('./build/isStale.ts')
if (isStale(root)) build()

await import('./server/quickStart.ts')
const { serve } = await import('./server/main.ts')
await serve({
  env: process.env,
  seed: async (now) => {
    const { fillShop, inventShop } = await import('./mocks/shop.ts')
    const shop = inventShop(now)
    return (database) => fillShop(database, shop)
  },
})
