import { useState } from 'react'

/** Made when a form is opened, so that a retry of the same form writes once (also without a secure context). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The key of a form that lives as long as its component. */
export function useIdempotencyKey(): string {
  const [key] = useState(newKey)
  return key
}
