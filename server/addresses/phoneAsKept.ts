import { readPhone } from '../readPhone.ts'

/** The telephone of an address: E.164 where it can be read, else as it was typed. */
export function phoneAsKept(typed: string | null, country: string): string | null {
  return typed === null ? null : (readPhone(typed, country).phone ?? typed)
}
