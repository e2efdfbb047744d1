import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../../..')

/** Brings rows in as an operator does, beside the running server; each field has the column of its name. */
export async function importFile(
  noun: 'customers' | 'purchases',
  rows: readonly Record<string, string>[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'steward-import-'))
  const file = join(folder, `${noun}.csv`)
  const fields = Object.keys(rows[0] ?? {})
  const lines = [fields, ...rows.map((row) => fields.map((field) => row[field] ?? ''))]
  await writeFile(file, lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join(''))
  try {
    const { PATH, HOME, STEWARD_BROWSER_DATA } = process.env
    await promisify(execFile)(
      process.execPath,
      [
        'server/commands/steward.mjs',
        'import',
        noun,
        file,
        ...fields.flatMap((field) => ['--map', `${field}=${field}`]),
      ],
      { cwd: root, env: { PATH, HOME, STEWARD_DATA_DIR: STEWARD_BROWSER_DATA } },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
