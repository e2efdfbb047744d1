import type { Import } from './imports.ts'

/** What each folder may import of ours. `build` and the files at the root serve the tools, not the product. */
const mayImport: Record<string, string[]> = {
  contract: ['contract'],
  src: ['src', 'contract'],
  server: ['server', 'contract'],
  mocks: ['mocks', 'server', 'contract'],
  build: ['build'],
}

const browserOnly = ['src', 'contract']
const notNouns = new Set(['database', 'commands'])
const page = /(List|Show|Create|Edit|index)\.tsx?$/

const top = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
const folder = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const noun = (path: string) => path.split('/')[1] ?? ''
const isRoutes = (path: string) => /^server\/[^/]+\/routes\.ts$/.test(path)
const isHono = (name: string) => name === 'hono' || name.startsWith('hono/') || name.startsWith('@hono/')

/** A file in a folder of the server that is neither a noun's routes nor part of the front door. */
const isAct = (path: string) =>
  folder(path).startsWith('server/') && folder(path) !== 'server/session' && !isRoutes(path)

/** Says what is wrong with importing a package, or nothing. */
export function packageFault({ from, to }: Import): string | undefined {
  if (top(from) === 'contract' && to !== 'zod') return 'contract imports zod alone'
  if (browserOnly.includes(top(from)) && to.startsWith('node:')) return 'the browser has no node: modules'
  if (isAct(from) && isHono(to)) return 'only routes.ts and the front door know Hono'
}

/** Says what is wrong with one file of ours importing another, or nothing; `to` is a path from the root. */
export function fileFault({ from, to, dynamic }: Import): string | undefined {
  if (top(to) === 'test' && !['test', ''].includes(top(from))) return 'nothing imports a test'
  if (from === 'src/main.tsx' && /^mocks\/browser\.tsx?$/.test(to)) {
    return dynamic ? undefined : 'src/main.tsx imports mocks/browser by import() only'
  }
  const allowed = mayImport[top(from)]
  if (allowed && !allowed.includes(top(to))) return `${top(from)} may import ${allowed.join(', ')} only`
  if (isAct(from) && isRoutes(to) && !notNouns.has(noun(from))) return 'an act file never imports routes'
  if (top(from) === 'src' && folder(from) !== 'src' && noun(from) !== noun(to) && page.test(to)) {
    if (folder(to) !== 'src') return 'a noun may use the fields of another, never its pages'
  }
}
