import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { build } from 'vite'
import { compressFolder } from '../../../build/compressFolder.ts'
import { listen } from '../../../server/listen.ts'
import { createPages } from '../../../server/static.ts'
import type { Running } from '../processes.ts'

const root = resolve(import.meta.dirname, '../bare')

/**
 * A list of react-admin with nothing of ours, built and served as our own screens are. It asks our server too, through
 * this process: that costs it two milliseconds a request, and spares it the signing in.
 */
export async function serveBareList(ours: Running): Promise<{ url: string; close: () => Promise<void> }> {
  const dist = await mkdtemp(join(tmpdir(), 'steward-bare-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: dist,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
    },
  })
  await compressFolder(dist)

  const app = new Hono()
  app.get('/api/*', async ({ req }) => {
    const { pathname, search } = new URL(req.url)
    const answer = await fetch(ours.url + pathname + search, { headers: ours.headers })
    return new Response(answer.body, { status: answer.status, headers: answer.headers })
  })
  // By these the browser gives a page a process of its own, which takes it a while.
  app.use(secureHeaders())
  app.route('/', createPages({ dist }))
  const { url, close } = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  return {
    url,
    close: async () => {
      await close()
      await rm(dist, { recursive: true })
    },
  }
}
