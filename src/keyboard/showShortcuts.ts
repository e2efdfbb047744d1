import { createContext } from 'react'

/** Opens the sheet of shortcuts, for those who switched the single keys off. */
export const ShowShortcuts = createContext<() => void>(() => undefined)
