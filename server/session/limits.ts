const second = 1000
const minute = 60 * second

/** Durations in milliseconds; the reasons are in docs/decisions/015-sessions.md. */
export const limits = {
  /** Without activity for this long, a session is over (PCI DSS 8.2.8). */
  idle: 15 * minute,
  /** A shift: after this long a session is over whatever happened in it. */
  absolute: 10 * 60 * minute,
  /** Activity is written at most this often. */
  seenEvery: minute,
  /** How many sessions one person may have at once; the oldest gives way. */
  parallel: 3,
  address: { failures: 50, within: 15 * minute },
  account: { failures: 10, within: 30 * minute },
} as const
