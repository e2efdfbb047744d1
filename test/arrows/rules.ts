import { z } from 'zod'
import type { Import } from './imports.ts'

/** What each folder may import of ours. `build` and the files at the root serve the tools, not the product. */
const mayImport: Record<string, string[]> = {
  contract: ['contract'],
  src: ['src', 'contract'],
  server: ['server', 'contract'],
  mocks: ['mocks', 'server', 'contract'],
  build: ['build'],
}

/** What a file of contract/ may use beside zod (docs/decisions/017-markdown-in-contract.md, 018-comparison-in-contract.md). */
const alsoInContract: Record<string, string[]> = {
  'contract/markdown.ts': ['micromark', 'micromark-extension-gfm-table'],
  'contract/comparison/compareTexts.ts': ['diff'],
}

const browserOnly = ['src', 'contract']
/** Folders that run with the product, which an installation without development packages has to be able to do. */
const runs = new Set(['contract', 'server', 'src'])
const notNouns = new Set(['database', 'commands'])
const page = /(List|Show|Create|Edit|index)\.tsx?$/

const top = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
const folder = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const noun = (path: string) => path.split('/')[1] ?? ''
const isRoutes = (path: string) => /^server\/[^/]+\/(routes|publicPages)\.ts$/.test(path)
const isHono = (name: string) => name === 'hono' || name.startsWith('hono/') || name.startsWith('@hono/')

/** A file in a folder of the server that is neither a noun's routes nor part of the front door. */
const isAct = (path: string) =>
  folder(path).startsWith('server/') && folder(path) !== 'server/session' && !isRoutes(path)

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

type Declared = { product: Set<string>; tools: Set<string> }

/** The packages of a package.json: those that run with the product, and those that build and test it. */
export function declaredPackages(packageJson: string): Declared {
  const { dependencies, devDependencies } = Manifest.parse(JSON.parse(packageJson))
  const product = Object.keys(dependencies)
  return { product: new Set(product), tools: new Set([...product, ...Object.keys(devDependencies)]) }
}

/** Says what is wrong with importing a package, or nothing. */
export function packageFault({ from, to }: Import, declared: Declared): string | undefined {
  if (to.startsWith('/')) return 'an import starts with ./ or ../'
  if (top(from) === 'contract' && to !== 'zod' && !alsoInContract[from]?.includes(to))
    return 'contract imports zod alone'
  if (browserOnly.includes(top(from)) && to.startsWith('node:')) return 'the browser has no node: modules'
  if (isAct(from) && isHono(to)) return 'only routes.ts and the front door know Hono'
  const known = runs.has(top(from)) ? declared.product : declared.tools
  if (!to.startsWith('node:') && !known.has(packageOf(to))) return 'not in the dependencies of package.json'
}

const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

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
