import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src', 'contract', 'build', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** Whether `dist` lacks a whole build or holds one that is older than what it is made of. */
export function isStale(root: string): boolean {
  const built = newest(join(root, 'dist/.built'))
  return built === 0 || sources.some((source) => newest(join(root, source)) > built)
}

/** A folder counts too: its own time moves when a file in it is removed or renamed. */
function newest(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
