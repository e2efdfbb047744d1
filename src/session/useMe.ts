import { useGetIdentity } from 'react-admin'
import { type Role, roles } from '../../contract/permissions.ts'

type Me = { id: string; name: string; email: string; role: Role }

/** Who is signed in, once that is known. */
export function useMe(): Me | null {
  const { identity } = useGetIdentity()
  const role = roles.find((each) => each === identity?.role)
  if (!identity || !role) return null
  return { id: String(identity.id), name: identity.fullName ?? '', email: String(identity.email), role }
}
