import { resolve } from 'node:path'
import { brokenArrows } from './arrows/brokenArrows.ts'
import { readAll } from './arrows/imports.ts'

const root = resolve(import.meta.dirname, '..')
const files = readAll(root)
const broken = brokenArrows(files, root)

for (const fault of broken) console.error(fault)
console.log(
  broken.length === 0 ? `Arrows: ${files.size} files, none broken.` : `Arrows: ${broken.length} broken.`,
)
process.exitCode = broken.length === 0 ? 0 : 1
