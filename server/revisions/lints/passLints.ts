import type { Lint, LintCode, Override } from '../../../contract/lints.ts'
import type { Staff } from '../../caller.ts'
import type { Tx } from '../../database/connect.ts'
import { revisionOverrides } from '../../database/schema/revisions.ts'
import { Refused } from '../../errors.ts'
import { readLints } from './readLints.ts'

type Draft = { id: string; policyId: string; body: string }

const said: Record<LintCode, string> = {
  contact_missing: 'the contact address is missing',
  summary_missing: 'the summary is missing',
  link_broken: 'links lead nowhere',
  heading_lost: 'headings are gone',
  promise_vanished: 'promises are gone',
}

/**
 * Lets a draft pass whose every fault is overridden with a reason, and keeps the reasons with the revision.
 * @returns the codes that were overridden
 * @throws LINT_FAILED with the faults that nobody gave a reason for
 */
export async function passLints(
  tx: Tx,
  by: Staff,
  now: Date,
  draft: Draft,
  input: { changeSummary: string; overrides?: readonly Override[] | undefined },
): Promise<string[]> {
  const lints = await readLints(tx, { ...draft, changeSummary: input.changeSummary })
  const reasons = new Map<LintCode, string>(input.overrides?.map(({ code, reason }) => [code, reason]))
  const open = lints.filter(({ code }) => !reasons.has(code))
  if (open.length > 0) throw failed(open)
  if (lints.length > 0) {
    const at = { revisionId: draft.id, by: by.id, at: now }
    await tx
      .insert(revisionOverrides)
      .values(lints.map(({ code, found }) => ({ ...at, code, found, reason: reasons.get(code) ?? '' })))
  }
  return lints.map(({ code }) => code)
}

function failed(lints: Lint[]): Refused {
  const what = lints.map(({ code }) => said[code]).join(', ')
  return new Refused('LINT_FAILED', { values: { what }, details: { lints } })
}
