import { readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { instant, sha256 } from '../../contract/records.ts'
import { changeSummary, policyText } from '../../contract/revisions.ts'
import { codeOf } from '../cannotStart.ts'
import { CannotImport } from '../imports/cannotImport.ts'
import { contentSha256 } from '../revisions/contentSha256.ts'
import { withoutFrontMatter } from './withoutFrontMatter.ts'

/** A text that was public once, from this instant on until the next. */
export type PastText = { file: string; at: Date; body: string; changeSummary: string }

const Manifest = z.object({
  revisions: z
    .array(
      z.object({
        file: z.string().min(1),
        committed: instant,
        subject: z.string().default(''),
        sha256: sha256.optional(),
      }),
    )
    .min(1),
})
type Listed = z.infer<typeof Manifest>['revisions'][number]

/**
 * Reads a folder of dated Markdown files as `manifest.json` lists them, in the order of their instants. Where the
 * manifest says which SHA-256 a file has, it has to have it.
 * @throws CannotImport if any of them could not have been posted, or not at its instant
 */
export async function readHistory(folder: string, now: Date): Promise<PastText[]> {
  const listed = await readManifest(folder)
  const texts: PastText[] = []
  for (const each of listed) texts.push(await readPast(folder, each, now))
  texts.sort((one, other) => one.at.getTime() - other.at.getTime())
  for (const [index, { file, at }] of texts.entries()) {
    const before = texts[index - 1]
    if (before?.at.getTime() === at.getTime())
      throw new CannotImport(`${before.file} and ${file} have the same instant, ${at.toISOString()}.`)
  }
  return texts
}

async function readManifest(folder: string): Promise<Listed[]> {
  const text = await readText(folder, 'manifest.json')
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw new CannotImport('manifest.json is not JSON.')
  }
  const manifest = Manifest.safeParse(read)
  if (manifest.success) return manifest.data.revisions
  const [issue] = manifest.error.issues
  throw new CannotImport(
    `manifest.json needs a list "revisions" with "file", "committed" and "subject" in each: ${issue?.path.join('.')} is wrong.`,
  )
}

async function readPast(folder: string, listed: Listed, now: Date): Promise<PastText> {
  const { file, committed, subject } = listed
  const at = new Date(committed)
  if (at > now) throw new CannotImport(`${file} is of ${committed}, which has not come yet.`)
  const text = await readText(folder, file)
  if (listed.sha256 !== undefined && contentSha256(text) !== listed.sha256)
    throw new CannotImport(`${file} is not the file that manifest.json lists: its SHA-256 is another one.`)
  const body = withoutFrontMatter(text)
  return {
    file,
    at,
    body: accepted(file, policyText, body),
    changeSummary: accepted(file, changeSummary, summaryOf(subject)),
  }
}

/** A summary has twenty characters at least (`changeSummary`). */
const fewest = 20

/** A subject may be too short to tell a reader anything; then it is said where it comes from. */
function summaryOf(subject: string): string {
  const words = subject.trim()
  if (words === '') return 'Imported from an archive without a summary.'
  return words.length < fewest ? `Imported from an archive: ${words}` : words
}

function accepted(file: string, schema: z.ZodType<string>, value: string): string {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new CannotImport(`${file} could not have been posted. ${parsed.error.issues[0]?.message ?? ''}`)
}

/** Reads a file that lies in the folder itself: what a manifest from elsewhere names becomes public. */
async function readText(folder: string, file: string): Promise<string> {
  try {
    const [inside, path] = await Promise.all([realpath(folder), realpath(join(folder, file))])
    if (dirname(path) !== inside) throw new CannotImport(`${file} does not lie in the folder itself.`)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof CannotImport) throw error
    if (error instanceof TypeError) throw new CannotImport(`${file} is not UTF-8.`)
    throw new CannotImport(`${join(folder, file)} cannot be read (${codeOf(error) ?? 'unexpected fault'}).`)
  }
}
