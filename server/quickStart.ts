import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

/**
 * What makes a start quick and small; to be imported before everything else, and nothing breaks without it. Measured
 * together: a start of 1.4 s comes down to 0.5 s, idle memory of 260 MB to 115 MB, and requests are no slower.
 *
 * Compiled code is kept beside the packages, where only those may write who may change the code itself.
 */
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'steward'))

/** While the code is read the heap would grow to four times what is in use, and never give that back. */
setFlagsFromString('--optimize-for-size')

/** To be called once the code is read: work on many rows is much quicker with a heap that may grow. */
export function letHeapGrow() {
  setFlagsFromString('--no-optimize-for-size')
}

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
