import { useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { problemOf } from '../problem.ts'

export type Sending = ReturnType<typeof useSending>

type Errors = Record<string, unknown>

/**
 * Sends what a form holds, once at a time; `send` throws what the server refused. The button stays alive meanwhile:
 * one that goes dead under the finger would take the focus out of the dialog with it.
 */
export function useSending(
  send: (values: FieldValues) => Promise<void>,
  /** Puts what is wrong with the body beside the fields that it was typed into. */
  toFields = (errors: Errors): Errors => errors,
) {
  const [failure, setFailure] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const isSending = useRef(false)

  async function submit(values: FieldValues): Promise<Errors | undefined> {
    if (isSending.current) return undefined
    isSending.current = true
    setFailure(null)
    setPending(true)
    try {
      await send(values)
      return undefined
    } catch (error) {
      setFailure(error)
      return toFields(problemOf(error)?.errors ?? {})
    } finally {
      isSending.current = false
      setPending(false)
    }
  }

  return { submit, failure, pending, forget: () => setFailure(null) }
}
