import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannotStart.ts'

/** The account under which PostgreSQL runs when Steward itself runs as root. */
export type Account = { uid: number; gid: number; name: string }

/**
 * PostgreSQL refuses to run as root, so root lends it another account. In this order: the one that already owns the
 * cluster, one named `steward`, the owner of the data folder, `nobody`. Never makes an account.
 * @returns null for an ordinary user, under whose own account everything runs
 */
export function databaseAccount(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const known = passwd()
  const named = (name: string) => known.find((entry) => entry.name === name && entry.uid !== 0)

  const keeper = ownerOf(clusterIn(dataDir))
  if (keeper && keeper.uid !== 0) return known.find(({ uid }) => uid === keeper.uid) ?? keeper
  const dedicated = named('steward')
  if (dedicated) return dedicated
  const holder = ownerOf(dataDir)
  // initdb looks its own account up by name, so an owner without an entry cannot make a cluster.
  const holderEntry = holder && holder.uid !== 0 ? known.find(({ uid }) => uid === holder.uid) : undefined
  const account = holderEntry ?? named('nobody')
  if (!account) {
    throw new CannotStart(
      'PostgreSQL cannot run as root, and this machine has no other account for it. Create one named "steward", or start Steward as an ordinary user.',
    )
  }
  return account
}

function clusterIn(dataDir: string) {
  return join(dataDir, readdirSync(dataDir).find((name) => /^pg\d+$/.test(name)) ?? 'none')
}

function ownerOf(path: string) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` }
}

function passwd(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':')
      return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
    })
}
