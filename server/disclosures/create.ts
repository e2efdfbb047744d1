import type { CreateDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { disclosures } from '../database/schema/disclosures.ts'
import { appendAll } from '../events/append.ts'
import { columnsOf } from './columns.ts'
import { logDraft } from './log.ts'
import { refuseCircle } from './people.ts'
import { recordEditor } from './recordEditor.ts'
import { refuseUnknownRelated } from './related.ts'
import { situationOf } from './situation.ts'
import { replaceSubjects } from './subjects.ts'

/**
 * Keeps a draft of a request; with `log` it is logged in the same transaction, or nothing is stored.
 * @throws INVALID at a person, customer or request that is not there; what `log` throws
 */
export async function create(tx: Tx, by: Staff, now: Date, id: string, input: CreateDisclosure) {
  const { log: options, subjects = [], visibleTo = [], ...fields } = input
  const circle = [...new Set([...visibleTo, by.id])]
  await refuseCircle(tx, { handlingLevel: fields.handlingLevel ?? 'normal', visibleTo: circle }, [by.id])
  await refuseUnknownRelated(tx, by, id, fields.relatedRequestId)

  const stamps = { createdBy: by.id, createdAt: now, updatedAt: now }
  const isRestricted = fields.handlingLevel === 'restricted'
  const row = { ...columnsOf(fields), id, visibleTo: isRestricted ? circle : visibleTo, ...stamps }
  const [draft] = await tx.insert(disclosures).values(row).returning()
  if (!draft) throw new Error('the draft was not stored')
  await recordEditor(tx, by, now, id, 'created')
  await replaceSubjects(tx, now, id, [], subjects)

  const created = { by, now, act: 'create', noun: 'disclosures', id }
  const logged = options ? await logDraft(tx, await situationOf(tx, by, now, draft), options) : []
  await appendAll(tx, [created, ...logged])
}
