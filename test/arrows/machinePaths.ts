import { homedir } from 'node:os'

/** A home folder on Linux, macOS or Windows, with a name in it. */
const home = /(?<![\w.])(?:\/home\/[a-z_][\w.-]*\/|\/Users\/[\w.-]+\/|[A-Za-z]:\\+Users\\+[\w.-]+)/

/** Lines that name a folder of the machine they were written on: the checkout's own path or somebody's home. */
export function machinePaths(path: string, text: string, root: string): string[] {
  const ours = [root, homedir()].filter((folder) => folder.split('/').length > 2)
  return text.split('\n').flatMap((line, index) => {
    const found = ours.find((folder) => line.includes(folder)) ?? home.exec(line)?.[0]
    return found ? [`${path}:${index + 1}: the path ${found} belongs to one machine only`] : []
  })
}
