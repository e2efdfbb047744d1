import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Reading the code and filling the sample shop leave a heap several times what is in use, which V8 alone would keep for
 * good. Costs about 30 ms once; measured, it brings a server at rest from 165 MB to 110 MB, and from 360 MB after filling.
 */
export async function giveBackMemory() {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function')
    await collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
}
