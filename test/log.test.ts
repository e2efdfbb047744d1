import { expect, test } from 'vitest'
import { CannotStart } from '../server/cannotStart.ts'
import { createLog } from '../server/log.ts'

function written(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = []
  write(createLog({ write: (line) => lines.push(line) }))
  return lines.join('')
}

test('a key that nobody allowed is named in the log, its value is not', () => {
  const line = written((log) => log.info({ status: 200, email: 'ada@example.org' }, 'answered'))
  expect(JSON.parse(line)).toMatchObject({ status: 200, dropped: ['email'], msg: 'answered' })
  expect(line).not.toContain('ada')
})

test('an error tells the log where it arose, never what the customer typed', () => {
  const typed = 'ada@example.org'
  const cause = Object.assign(new Error(`duplicate key (email)=(${typed})`), { code: '23505', detail: typed })
  const errors = [
    new Error(`Failed query: insert … params: ${typed}`, { cause }),
    new SyntaxError(`"${typed}" is not JSON`),
    typed,
  ]
  for (const err of errors) {
    expect(written((log) => log.error({ err }, 'failed'))).not.toContain('ada')
    expect(written((log) => log.error({ err }))).not.toContain('ada')
  }
  expect(written((log) => log.error(errors[0]))).not.toContain('ada')
  expect(written((log) => log.error({ err: errors[0] }))).toContain('23505')
})

test('what the operator can mend stays readable in the log', () => {
  const line = written((log) => log.error({ err: new CannotStart('The disk is full.') }))
  expect(line).toContain('The disk is full.')
})
