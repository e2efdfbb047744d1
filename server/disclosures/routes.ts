import { DiscardDraft } from '../../contract/discardDraft.ts'
import {
  ApproveDisclosure,
  AssignDisclosure,
  CreateDisclosure,
  EditDisclosure,
  LogDisclosure,
  ProposeDisclosure,
  RefuseDisclosure,
  ReturnDisclosure,
  VerifyDisclosure,
} from '../../contract/disclosureActs.ts'
import { Disclosure, DisclosureRow } from '../../contract/disclosures.ts'
import { act } from '../act.ts'
import { disclosures as table } from '../database/schema/disclosures.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { approve } from './approve.ts'
import { assign } from './assign.ts'
import { create } from './create.ts'
import { discard } from './discard.ts'
import { edit } from './edit.ts'
import { filters } from './filters.ts'
import { log } from './log.ts'
import { propose } from './propose.ts'
import { readDisclosure } from './read.ts'
import { refuse } from './refuse.ts'
import { returnToReview } from './returnToReview.ts'
import { readRows } from './rows.ts'
import { searchDisclosures } from './search.ts'
import { verify } from './verify.ts'
import { visibleDisclosures } from './visibility.ts'

/** Law-enforcement requests. Its events never carry a customer's id, which would show in that customer's timeline. */
export const disclosures: NounSpec<DisclosureRow, Disclosure> = {
  noun: 'disclosures',
  row: DisclosureRow,
  one: Disclosure,
  list: {
    noun: 'disclosures',
    table,
    sorts: {
      dueAt: sortBy(table.dueAt),
      receivedAt: sortBy(table.receivedAt),
      reference: sortBy(table.reference),
      createdAt: sortBy(table.createdAt),
    },
    defaultSort: ['dueAt', 'ASC'],
    filters,
    search: searchDisclosures,
    visible: visibleDisclosures,
    rows: readRows,
  },
  read: readDisclosure,
  opened: () => ({ customerId: null }),
  searchIsEvent: true,
  create: act(CreateDisclosure, create),
  edit: act(EditDisclosure, edit),
  acts: {
    log: act(LogDisclosure, log),
    discard: act(DiscardDraft, discard),
    assign: act(AssignDisclosure, assign),
    verify: act(VerifyDisclosure, verify),
    propose: act(ProposeDisclosure, propose),
    return: act(ReturnDisclosure, returnToReview),
    approve: act(ApproveDisclosure, approve),
    refuse: act(RefuseDisclosure, refuse),
  },
}
