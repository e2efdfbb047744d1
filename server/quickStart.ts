import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

/**
 * What makes a start quick and small; to be imported before everything else, and nothing breaks without it. Measured
 * together: reading the code takes 0.5 s instead of 1.4 s, and 100 MB less.
 *
 * Compiled code is kept beside the packages, where only those may write who may change the code itself.
 */
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'steward'))

/**
 * Node 24 parses a package's whole `exports` map anew for every file of it that is imported, and drizzle-orm's is
 * 180 KB long. Its files import each other by complete relative paths, which need none of that.
 */
registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL
    if (!specifier.startsWith('.') || !from?.includes('/node_modules/drizzle-orm/'))
      return next(specifier, context)
    return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true }
  },
})
