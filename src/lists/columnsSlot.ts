import { createContext } from 'react'

/** Where, above the list, its table puts what chooses its columns. */
export const ColumnsSlot = createContext<HTMLElement | null>(null)
