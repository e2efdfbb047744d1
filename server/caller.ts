import type { Role } from '../contract/permissions.ts'

/** Who acts, in which request: every event carries it. */
export type Actor = {
  kind: 'staff' | 'system' | 'import'
  id: string | null
  name: string
  role: Role | null
  session: string | null
  requestId: string
}

/** A signed-in member of staff, as `identify` answers. */
export type Caller = {
  id: string
  name: string
  email: string
  role: Role
  session: string
  authenticatedAt: Date
}

/** The caller in one request. */
export type Staff = Actor & { kind: 'staff'; id: string; role: Role; session: string }
