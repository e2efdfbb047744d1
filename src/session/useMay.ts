import { usePermissions } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'

/** What the signed-in role may do, as the session said; nothing until it has said so. */
export function useMay(): (noun: Noun, verb: string) => boolean {
  const { permissions } = usePermissions<string[]>()
  return (noun, verb) => permissions?.includes(`${noun}.${verb}`) ?? false
}
