import { changeState } from './changeState.ts'

/**
 * Opens a closed account again.
 * @throws NOT_FOUND, CUSTOMER_ERASED, VERSION_CONFLICT; INVALID_TRANSITION if it is active
 */
export const reopen = changeState('reopen', 'active', 'This account is active already.')
