import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../../..')

/** A customer gives a telephone number on the shop's own site, which writes it beside the running server. */
export async function suppliesPhone(customerId: string, phone: string): Promise<void> {
  const { PATH, HOME, STEWARD_BROWSER_DATA } = process.env
  await promisify(execFile)(process.execPath, ['test/browser/support/siteChange.ts', customerId, phone], {
    cwd: root,
    env: { PATH, HOME, STEWARD_DATA_DIR: STEWARD_BROWSER_DATA },
  })
}
