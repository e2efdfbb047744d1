import type { Requirements } from '../../contract/settings.ts'
import { useSetting } from './useSetting.ts'

/** Per field of a customer: whether it is required, what the shop calls it and why it asks. Undefined until read. */
export function useRequirements(): Requirements | undefined {
  return useSetting('requirements')?.value
}
