import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct as start } from '../support/product.ts'

/** Starts the product as `npm start` does, on a data folder and a port of its own, and takes both away afterwards. */
export default async function startProduct() {
  const data = await mkdtemp(join(tmpdir(), 'steward-browser-'))
  const away = () => rm(data, { recursive: true, force: true })
  const { HOME, CI } = process.env
  const product = await start({ HOME, CI, STEWARD_DATA_DIR: data }).catch(async (error: unknown) => {
    await away()
    throw error
  })
  process.env.STEWARD_BROWSER_URL = product.url
  process.env.STEWARD_BROWSER_DATA = data
  return async () => {
    await product.stop()
    await away()
  }
}
