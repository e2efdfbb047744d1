import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const file = (name: string) =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../server', name)).href)
const entry = `
  await import(${file('quickStart.ts')})
  const { serve } = await import(${file('main.ts')})
  await serve({ env: process.env })`

/** A server in a process of its own, on a free port, with an empty shop. */
export function startServer(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', entry], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  })
  let said = ''
  const listening = Promise.withResolvers<string>()
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
    const url = /Steward is at (http:\S+\d)/.exec(said)?.[1]
    if (url) listening.resolve(url)
  })
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  exited.then(() => listening.reject(new Error(said)))
  listening.promise.catch(() => undefined)
  return {
    url: listening.promise,
    exited,
    said: () => said,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  }
}
