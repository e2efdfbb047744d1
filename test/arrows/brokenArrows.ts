import { posix } from 'node:path'
import { cyclesOf } from './cycles.ts'
import { importsOf, isCode } from './imports.ts'
import { machinePaths } from './machinePaths.ts'
import { declaredPackages, fileFault, packageFault } from './rules.ts'

const isText = (path: string) => !/\.(png|jpe?g|ico|woff2?|pdf|gz|br)$/.test(path)

/** Every arrow of `docs/decisions` and CONTRIBUTING.md that these files break, one sentence each. */
export function brokenArrows(files: Map<string, string>, root: string): string[] {
  const faults: string[] = []
  const graph = new Map<string, string[]>()
  const declared = declaredPackages(files.get('package.json') ?? '{}')

  for (const [path, text] of files) {
    if (isText(path)) faults.push(...machinePaths(path, text, root))
    if (!isCode(path)) continue
    const read = importsOf(path, text)
    faults.push(...read.faults)
    const neighbours: string[] = []
    for (const found of read.imports) {
      if (!found.to.startsWith('.')) {
        const fault = packageFault(found, declared)
        if (fault) faults.push(`${path} → ${found.to}: ${fault}`)
        continue
      }
      const to = posix.join(posix.dirname(path), found.to)
      const fault = files.has(to)
        ? fileFault({ ...found, to })
        : 'no such file; the ending is part of the name'
      if (fault) faults.push(`${path} → ${found.to}: ${fault}`)
      neighbours.push(to)
    }
    graph.set(path, neighbours)
  }
  for (const cycle of cyclesOf(graph)) faults.push(`cycle: ${cycle.join(' → ')}`)
  return faults
}
