import { describe, expect, test } from 'vitest'
import { mask } from '../server/mask.ts'

describe('masked contact data', () => {
  test.each([
    ['email', 'jane.doe@example.com', 'j•••@example.com'],
    ['email', 'é@example.com', 'é•••@example.com'],
    ['email', 'no address', '•••'],
    ['phone', '+4930123456742', '+49 ••• ••42'],
    ['phone', '+12025550142', '+1 ••• ••42'],
    ['phone', 'ask for 555 0199 42', '••• ••42'],
    ['phone', '112', '••• ••'],
    ['street', 'Theodor-Heuss-Straße 34', 'T•••'],
    ['recipient', 'Luís  Gonçalves', 'L••• G•••'],
    ['recipient', '👩🏽‍⚕️ Kim', '👩🏽‍⚕️••• K•••'],
  ] as const)('shows of the %s "%s" only "%s"', (kind, value, shown) => {
    expect(mask(kind, value)).toBe(shown)
  })

  test('says nothing where there is nothing', () => {
    expect(mask('phone', null)).toBeNull()
    expect(mask('street', '')).toBe('')
  })
})
