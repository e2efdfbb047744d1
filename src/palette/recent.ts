import { createContext, useContext, useEffect } from 'react'
import { useLocation } from 'react-admin'

/** A record that was open in this visit; in memory alone, since its name may be a person's. */
export type Recent = { to: string; label: string }

export const Remember = createContext<(recent: Recent) => void>(() => undefined)

const records = /^\/\w+\/[^/]+\/show$/

/** Keeps the record that the page shows among the recent ones. */
export function useRemember(label: string) {
  const remember = useContext(Remember)
  const { pathname } = useLocation()
  useEffect(() => {
    if (records.test(pathname)) remember({ to: pathname, label })
  }, [remember, pathname, label])
}
