/**
 * A fault that the person who starts Steward can mend. Its message is the whole story, in plain sentences: it is
 * printed without a stack trace, and never holds a secret.
 */
export class CannotStart extends Error {
  override name = 'CannotStart'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The code that Node and PostgreSQL put on their errors, such as `EACCES` or `55P03`. */
export function codeOf(error: unknown) {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return undefined
}
