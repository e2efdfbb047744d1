import { resolve } from 'node:path'
import { build } from 'vite'
import { isStale } from '../../../build/isStale.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Builds our screens where they are missing or old, as a start does. */
export async function buildScreens(): Promise<void> {
  if (isStale(root)) await build({ root, logLevel: 'warn' })
}
