import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { compressFolder } from './compressFolder.ts'

/**
 * The last steps of a build: the worker of the server-less demo leaves any other build, the texts are compressed,
 * and `.built` says that nothing was left half done. `start.mjs` builds anew when it is missing or old.
 */
export function finish(): Plugin {
  let dist = ''
  let demo = false
  return {
    name: 'steward:finish',
    apply: 'build',
    configResolved: ({ root, build, mode }) => {
      dist = resolve(root, build.outDir)
      demo = mode === 'demo'
    },
    writeBundle: {
      order: 'post',
      handler: async () => {
        if (!demo) await rm(join(dist, 'mockServiceWorker.js'), { force: true })
        await compressFolder(dist)
        await writeFile(join(dist, '.built'), '')
      },
    },
  }
}
