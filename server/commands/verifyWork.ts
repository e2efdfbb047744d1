import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannotStart.ts'
import { type Verdict, verifyEvents } from '../events/verify.ts'
import { withDatabase } from './withDatabase.ts'

export type VerifyOptions = { json?: true; checkpoints?: string; publicKey?: string; fingerprint: string[] }

/** Ends with 0 if the record is whole, 1 if it was tampered with, 2 if that cannot be told. */
export async function verify({ json, fingerprint, ...files }: VerifyOptions) {
  let judged = false
  try {
    await withDatabase(async ({ db, opened }) => {
      const verdict = await verifyEvents(db, { ...signed(opened.dataDir, files), expected: fingerprint })
      console.log(json ? JSON.stringify(verdict) : sentence(verdict))
      judged = true
      return verdict.ok ? 0 : 1
    })
  } catch (error) {
    console.error(
      `The audit record cannot be verified: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (!judged) process.exitCode = 2
}

/** Where the signed checkpoints and their key are; nothing if no server ever wrote any here. */
function signed(dataDir: string, files: Pick<VerifyOptions, 'checkpoints' | 'publicKey'>) {
  const checkpoints = files.checkpoints ?? join(dataDir, 'checkpoints.jsonl')
  const keyFile = files.publicKey ?? join(dataDir, 'checkpoint.pub')
  const named = files.checkpoints !== undefined || files.publicKey !== undefined
  if (!named && !existsSync(checkpoints) && !existsSync(keyFile)) return {}
  for (const file of [checkpoints, keyFile])
    if (!existsSync(file)) throw new CannotStart(`The audit record cannot be verified: ${file} is missing.`)
  return { checkpoints, publicKey: readFileSync(keyFile, 'utf8') }
}

function sentence(verdict: Verdict) {
  if (!verdict.ok) {
    const { chain, seq, text } = verdict
    const place = chain === null ? '' : `chain ${chain}, seq ${seq}: `
    return `The audit record was tampered with. ${place}${text}.`
  }
  const whole = `The audit record is whole: ${verdict.events} events in 16 chains.`
  const { last, checkpoints } = verdict
  if (last === null)
    return `${whole} There are no signed checkpoints, so it cannot be told whether the newest events were cut off or a chain was rebuilt.`
  return `${whole} It agrees with ${checkpoints} signed checkpoints; the last is ${last.fingerprint} of ${last.at}.`
}
