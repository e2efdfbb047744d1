import { changeState } from './changeState.ts'

/**
 * Closes an account for a reason; its purchases and its history stay.
 * @throws NOT_FOUND, CUSTOMER_ERASED, VERSION_CONFLICT; INVALID_TRANSITION if it is closed already
 */
export const close = changeState('close', 'closed', 'This account is closed already. You can reopen it.')
