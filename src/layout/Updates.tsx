import { useEffect, useState } from 'react'
import { CheckForApplicationUpdate } from 'react-admin'

/** Long after the first page has everything that it needs. */
const lookAfter = 5_000

/** Tells of a newer build. Every page is the same file, so one address is looked at, whichever page is open. */
export function Updates() {
  const [isTime, setTime] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), lookAfter)
    return () => clearTimeout(timer)
  }, [])
  return isTime ? <CheckForApplicationUpdate url="/" /> : null
}
