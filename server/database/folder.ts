import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { CannotStart, codeOf } from '../cannotStart.ts'
import type { Account } from './account.ts'

/** initdb aborts on paths of about a thousand bytes. */
const LONGEST_PATH = 900

const OURS = /^(server\.lock|pg\d+|(search|session|checkpoint)\.key)$/
const NEUTRAL = /^(lost\+found|\.git(keep|ignore))$/

/**
 * Makes the data folder if it is missing and answers its real path.
 * @throws CannotStart in one sentence if it cannot be made, written or trusted to be ours
 */
export function makeDataFolder(wanted: string) {
  const dataDir = resolve(wanted)
  if (Buffer.byteLength(dataDir) > LONGEST_PATH) {
    throw new CannotStart(`The data folder's path is longer than ${LONGEST_PATH} bytes. ${CHOOSE_ANOTHER}`)
  }
  try {
    makeMissing(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    // A folder of somebody else's, such as a home or /tmp named by mistake, must not have its mode changed.
    const entries = readdirSync(dataDir).filter((name) => !NEUTRAL.test(name))
    if (entries.length > 0 && !entries.some((name) => OURS.test(name))) {
      throw new CannotStart(
        `The folder ${dataDir} holds other files and no data of Steward's. ${CHOOSE_ANOTHER}`,
      )
    }
    return realpathSync(dataDir)
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(
      `The data folder ${dataDir} cannot be written by the account ${accountName()} (${codeOf(error)}). ${CHOOSE_ANOTHER}`,
    )
  }
}

/**
 * Lets the database's account pass through the data folder, whose other files stay root's alone. Folders above it are
 * never changed.
 * @throws CannotStart naming the first folder above that the account cannot enter
 */
export function letThrough(dataDir: string, account: Account) {
  for (const folder of ancestors(dataDir)) {
    if (!mayEnter(statSync(folder), account)) {
      throw new CannotStart(
        `The database runs as the account ${account.name}, which cannot enter ${folder}. Choose a data folder such as /var/lib/steward with STEWARD_DATA_DIR, or start Steward as an ordinary user.`,
      )
    }
  }
  const { uid, mode } = statSync(dataDir)
  chmodSync(dataDir, uid === 0 ? 0o711 : (mode & 0o777) | 0o711)
}

const CHOOSE_ANOTHER = 'Choose another with STEWARD_DATA_DIR.'

/** Folders made here are passable whatever the umask, for the sake of the database's account. */
function makeMissing(folder: string) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeMissing(dirname(folder))
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  mkdirSync(folder, { mode })
  chmodSync(folder, mode)
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [] : [...ancestors(parent), parent]
}

function mayEnter({ uid, gid, mode }: Stats, account: Account) {
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function accountName() {
  try {
    return userInfo().username
  } catch {
    return `with uid ${process.getuid?.()}`
  }
}

/** Where the cluster of one major release lies inside the data folder. */
export function clusterFolder(dataDir: string, major: string) {
  return join(dataDir, `pg${major}`)
}
