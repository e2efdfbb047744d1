import type { SvgIconComponent } from '@mui/icons-material'
import AssignmentReturn from '@mui/icons-material/AssignmentReturnOutlined'
import Block from '@mui/icons-material/BlockOutlined'
import Cancel from '@mui/icons-material/CancelOutlined'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import Edit from '@mui/icons-material/EditOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Hourglass from '@mui/icons-material/HourglassEmptyOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Pending from '@mui/icons-material/PendingActionsOutlined'
import PersonOff from '@mui/icons-material/PersonOffOutlined'
import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import Schedule from '@mui/icons-material/ScheduleOutlined'
import Undo from '@mui/icons-material/UndoOutlined'
import Verified from '@mui/icons-material/VerifiedUserOutlined'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import type { Batch } from '../../contract/batches.ts'
import type { Customer } from '../../contract/customers.ts'
import type { Disclosure, Subject } from '../../contract/disclosures.ts'
import type { Event } from '../../contract/events.ts'
import type { Item } from '../../contract/items.ts'
import type { Purchase } from '../../contract/purchases.ts'

/** Green is done, amber waits, red is overdue or cannot be undone, violet is secrecy; the rest is plain. */
export type Tone = 'plain' | 'done' | 'waits' | 'alarm' | 'secret'
type Look = { icon: SvgIconComponent; tone: Tone }

const look = (icon: SvgIconComponent, tone: Tone = 'plain'): Look => ({ icon, tone })

/** Each state that the contract knows has a look. */
type Promised = {
  customer: Record<Customer['status'], Look>
  activation: Record<Purchase['activation'], Look>
  order: Record<Purchase['orderStatus'], Look>
  matter: Record<Purchase['openMatter'], Look>
  batch: Record<Batch['state'], Look>
  item: Record<Item['outcome'], Look>
  disclosure: Record<Disclosure['state'], Look>
  verification: Record<Disclosure['verification']['state'], Look>
  subject: Record<Subject['decision'], Look>
  outcome: Record<Event['outcome'], Look>
}

/** The same state looks the same everywhere; its word is `states.{kind}.{state}` in the catalogue. */
export const states = {
  customer: { active: look(CheckCircle, 'done'), closed: look(PersonOff), erased: look(VisibilityOff) },
  activation: { active: look(CheckCircle, 'done'), deactivated: look(Inventory) },
  order: {
    pending: look(Hourglass, 'waits'),
    blocked_missing_info: look(Block, 'waits'),
    processing: look(Schedule, 'waits'),
    shipped: look(LocalShipping, 'waits'),
    delivered: look(CheckCircle, 'done'),
    cancelled: look(Cancel),
    refunded: look(Undo),
  },
  matter: {
    none: look(CheckCircle),
    return: look(AssignmentReturn, 'waits'),
    dispute: look(ReportProblem, 'waits'),
  },
  batch: {
    proposed: look(Pending, 'waits'),
    approved: look(Schedule, 'waits'),
    running: look(Hourglass, 'waits'),
    done: look(CheckCircle, 'done'),
    stopped: look(Block),
  },
  item: {
    waiting: look(Hourglass),
    deactivated: look(CheckCircle, 'done'),
    already_deactivated: look(Inventory),
    reactivated: look(CheckCircle, 'done'),
    already_active: look(CheckCircle),
    not_eligible: look(Block, 'waits'),
    changed_meanwhile: look(ReportProblem, 'waits'),
    not_found: look(Cancel),
  },
  disclosure: {
    draft: look(Edit),
    discarded: look(Cancel),
    logged: look(Schedule, 'waits'),
    in_review: look(Hourglass, 'waits'),
    awaiting_approval: look(Pending, 'waits'),
    approved: look(CheckCircle, 'done'),
    refused: look(Block),
    no_data: look(CheckCircle),
  },
  verification: {
    unverified: look(Hourglass, 'waits'),
    verified: look(Verified, 'done'),
    failed: look(ErrorOutline, 'alarm'),
  },
  subject: {
    undecided: look(Hourglass, 'waits'),
    produce: look(CheckCircle, 'done'),
    partial: look(CheckCircle),
    exclude: look(Block),
    no_data: look(Cancel),
  },
  revision: {
    draft: look(Edit, 'waits'),
    in_review: look(Hourglass, 'waits'),
    ready: look(Pending, 'waits'),
    coming: look(Schedule, 'waits'),
    published: look(CheckCircle),
    in_force: look(Verified, 'done'),
    discarded: look(Cancel),
  },
  deviation: {
    draft: look(Edit, 'waits'),
    coming: look(Schedule, 'waits'),
    running: look(ReportProblem, 'waits'),
    over: look(CheckCircle),
    discarded: look(Cancel),
  },
  secrecy: { ordered: look(VisibilityOff, 'secret') },
  due: { overdue: look(ErrorOutline, 'alarm'), soon: look(Schedule, 'waits'), later: look(Schedule) },
  outcome: {
    done: look(CheckCircle, 'done'),
    refused: look(Block, 'waits'),
    failed: look(ErrorOutline, 'alarm'),
  },
} as const satisfies Promised & Record<string, Record<string, Look>>

export type StateKind = keyof typeof states
export type StateOf<Kind extends StateKind> = keyof (typeof states)[Kind] & string

/** The states of a kind, in the order in which they come about. */
export const statesOf = (kind: StateKind): string[] => Object.keys(states[kind])
