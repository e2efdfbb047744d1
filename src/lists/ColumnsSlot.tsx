import { createContext, type ReactNode, useContext, useState } from 'react'
import { createPortal } from 'react-dom'

const Slot = createContext<HTMLElement | null>(null)
const SetSlot = createContext<(slot: HTMLElement | null) => void>(() => undefined)

/** Where, above a list, its table puts what chooses its columns: what stands around is not drawn anew for it. */
export function WithColumnsSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return (
    <SetSlot.Provider value={setSlot}>
      <Slot.Provider value={slot}>{children}</Slot.Provider>
    </SetSlot.Provider>
  )
}

export function ColumnsSlot() {
  return <span ref={useContext(SetSlot)} />
}

export function InColumnsSlot({ children }: { children: ReactNode }) {
  const slot = useContext(Slot)
  return slot && createPortal(children, slot)
}
