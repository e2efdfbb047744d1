import Article from '@mui/icons-material/ArticleOutlined'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import Gavel from '@mui/icons-material/GavelOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import People from '@mui/icons-material/PeopleAltOutlined'
import Receipt from '@mui/icons-material/ReceiptLongOutlined'
import Settings from '@mui/icons-material/SettingsOutlined'
import type { ReactNode } from 'react'
import type { Noun } from '../../contract/permissions.ts'

export type Place = {
  noun: Noun
  icon: ReactNode
  /** What a role has to be allowed there, where reading alone brings nobody. */
  verb?: string
  /** A noun whose pages are reached from here alone. */
  holds?: Noun
  /** What waits there, counted only for roles that may do something about it. */
  waiting?: { noun: Noun; filter: object; verb: string }
}

/** The side bar, in the order of a working day. */
export const places: readonly Place[] = [
  { noun: 'customers', icon: <People /> },
  { noun: 'purchases', icon: <Receipt /> },
  {
    noun: 'batches',
    icon: <Checklist />,
    waiting: { noun: 'batches', filter: { state: 'proposed' }, verb: 'approve' },
  },
  {
    noun: 'disclosures',
    icon: <Gavel />,
    waiting: { noun: 'disclosures', filter: { waitingForMe: true }, verb: 'approve' },
  },
  {
    noun: 'policies',
    holds: 'revisions',
    icon: <Article />,
    waiting: { noun: 'revisions', filter: { waitingForMe: true }, verb: 'submit' },
  },
  { noun: 'events', icon: <History /> },
  { noun: 'settings', icon: <Settings />, verb: 'edit' },
]
