import { execFile } from 'node:child_process'
import type { TestDatabase } from './database.ts'

type Ended = { code: number | string; stdout: string; stderr: string }

/** The command line of the product on a test's own database: what it prints, and how it ends. */
export function stewardOn({ url, ownerUrl }: TestDatabase, dataDir: string) {
  const env = {
    PATH: process.env.PATH,
    STEWARD_DATA_DIR: dataDir,
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
  }
  return (...words: string[]) =>
    new Promise<Ended>((resolve) => {
      execFile(
        process.execPath,
        ['server/commands/steward.mjs', ...words],
        { env },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      )
    })
}
