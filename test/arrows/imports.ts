import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'

export type Import = { from: string; to: string; dynamic: boolean }

const notOurs = new Set([
  '.cache',
  '.git',
  'coverage',
  'data',
  'dist',
  'node_modules',
  'playwright-report',
  'test-results',
])

/** Every file of the checkout by its path from the root, without what is built, fetched or private. */
function ourFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isFile()) return [path]
    if (!entry.isDirectory() || (folder === '' && notOurs.has(entry.name))) return []
    return ourFiles(root, path)
  })
}

export function readAll(root: string): Map<string, string> {
  return new Map(ourFiles(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

export const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)

/** What a file imports, types and `import()` included; a file that does not parse counts as a fault. */
export function importsOf(from: string, text: string): { imports: Import[]; faults: string[] } {
  const imports: Import[] = []
  const faults: string[] = []
  const add = (to: string, dynamic = false) => imports.push({ from, to, dynamic })

  const { program, errors } = parseSync(from, text)
  for (const { message } of errors) faults.push(`${from}: cannot be read: ${message}`)
  new Visitor({
    ImportDeclaration: ({ source }) => add(source.value),
    ExportAllDeclaration: ({ source }) => add(source.value),
    ExportNamedDeclaration: ({ source }) => source && add(source.value),
    TSImportType: ({ source }) => add(source.value),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, true)
      else faults.push(`${from}: import() of a name that is only known at run time cannot be checked`)
    },
  }).visit(program)
  return { imports, faults }
}
