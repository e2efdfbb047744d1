import { enableCompileCache, type ResolveHookSync, registerHooks } from 'node:module'
import { join } from 'node:path'

/**
 * What makes a start quick and small; to be imported before everything else, and nothing breaks without it. Measured
 * together: reading the code takes 0.4 s instead of 1.4 s, and 100 MB less.
 *
 * Compiled code is kept beside the packages, where only those may write who may change the code itself.
 */
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'steward'))

/**
 * Node 24 reads a package's description anew for every file that imports from it: drizzle-orm's `exports` are 180 KB
 * long, and ours are looked for in each folder upwards. Its files and ours import each other by complete relative
 * paths, which need none of that; and a package is the same one, whichever of our files names it.
 */
const packages = new Map<string, ReturnType<ResolveHookSync>>()

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL
    if (from === undefined) return next(specifier, context)
    const isImport = context.conditions.includes('import')
    const isOurs = isImport && from.endsWith('.ts') && !from.includes('/node_modules/')
    if (specifier.startsWith('.')) {
      const format = formatOf(specifier, from, isOurs)
      if (!format) return next(specifier, context)
      return { url: new URL(specifier, from).href, format, shortCircuit: true }
    }
    if (!isOurs) return next(specifier, context)
    const known = packages.get(specifier)
    if (known) return { ...known, shortCircuit: true }
    const found = next(specifier, context)
    packages.set(specifier, found)
    return found
  },
})

function formatOf(specifier: string, from: string, isOurs: boolean) {
  if (isOurs) return specifier.endsWith('.ts') ? 'module-typescript' : null
  return from.includes('/node_modules/drizzle-orm/') ? 'module' : null
}
