/** Issuer prefixes with the lengths their cards have; a number outside this table is not a card. */
const issuers: { prefixes: [from: string, to?: string][]; lengths: number[] }[] = [
  { prefixes: [['4']], lengths: [13, 16, 18, 19] },
  {
    prefixes: [
      ['51', '55'],
      ['2221', '2720'],
    ],
    lengths: [16],
  },
  { prefixes: [['34'], ['37']], lengths: [15] },
  { prefixes: [['300', '305'], ['309'], ['36'], ['38', '39']], lengths: [14] },
  { prefixes: [['36'], ['38', '39']], lengths: [16, 19] },
  { prefixes: [['6011'], ['644', '649'], ['65']], lengths: [16, 19] },
  { prefixes: [['3528', '3589']], lengths: [16, 17, 18, 19] },
  { prefixes: [['1800'], ['2131']], lengths: [15] },
  { prefixes: [['62'], ['810', '817']], lengths: [16, 17, 18, 19] },
  { prefixes: [['2200', '2204']], lengths: [16, 17, 18, 19] },
  {
    prefixes: [['5018'], ['5020'], ['5038'], ['5893'], ['6304'], ['6759'], ['6761', '6763']],
    lengths: [12, 13, 14, 15, 16, 17, 18, 19],
  },
  { prefixes: [['50'], ['56', '59'], ['63'], ['67']], lengths: [16, 18, 19] },
  { prefixes: [['606282'], ['607', '608'], ['82'], ['8600'], ['9792'], ['9860']], lengths: [16] },
]

/** How cards are printed, as lengths of the groups: a run of other groups may stand beside such a shape. */
const printed = /^(?:1[2-9]|4-4-4-4(?:-[123])?|4-6-[45]|4-5-[46]|4-4-5|8-8|6-(?:10|1[23])|4-4-4)$/

const brands = /^(?:VISA|AMEX|CARD|PAN|CC|MC)$/
const dates = /(?<!\d)(?:(?:19|20)\d\d-[01]\d-[0-3]\d|[0-3]\d[.-][01]\d[.-](?:19|20)\d\d)(?!\d)/g
/** RFC 9562: one random UUID in three thousand has a card's digits by chance. */
const uuids = /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}(?![\w-])/gi
const between = String.raw`[\s\p{Pd}\u2212.\u00b7\u2022\u2024\u2027]+`
const runs = new RegExp(String.raw`\d+(?:${between}\d+)*`, 'gu')
const separators = new RegExp(between, 'u')

/**
 * The last four digits of the first payment card number in a text, or null.
 *
 * A card is looked for in whole groups of digits only, never by sliding over a long number: tracking numbers
 * and accounts contain windows that pass every check. It counts when issuer prefix, length and Luhn agree.
 */
export function findCardNumber(text: string): { last4: string } | null {
  const plain = toPlainDigits(text).replace(dates, '|').replace(uuids, '|')
  for (const match of plain.matchAll(runs)) {
    const before = plain.slice(Math.max(0, match.index - 40), match.index)
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 40)
    if (isAccount(before, match[0], after)) continue
    for (const line of new Set([match[0], ...match[0].split(/[\r\n\u2028\u2029]+/)])) {
      const number = cardInRun(line, before, after)
      if (number) return { last4: number.slice(-4) }
    }
  }
  return null
}

/** Look-alike digits of every script become 0–9; what is drawn without width or on top of a digit goes. */
function toPlainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
}

/** Unicode encodes the digits of a script as ten consecutive characters, zero first. */
function digitValue(codePoint: number): number {
  let first = codePoint
  while (codePoint - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return codePoint - first
}

function cardInRun(run: string, before: string, after: string): string | null {
  const groups = run.split(separators).filter(Boolean)
  const lettersBefore = /[A-Za-z]+$/.exec(before)?.[0] ?? ''
  const first = isIdentifier(lettersBefore, groups.length === 1 ? after : '') ? 1 : 0
  const whole = groups.join('')
  const isPhone = before.endsWith('+') && whole.length <= 15
  if (first === 0 && !isPhone && isCard(whole)) return whole

  for (let from = first; from < groups.length; from++) {
    for (let to = from + 1; to <= Math.min(groups.length, from + 5); to++) {
      const part = groups.slice(from, to)
      const digits = part.join('')
      if (from === 0 && before.endsWith('+') && digits.length <= 15) continue
      if (printed.test(part.map((group) => group.length).join('-')) && isCard(digits)) return digits
    }
  }
  return null
}

/** A few capitals in front, or letters amid the digits, make a tracking number or the like. */
function isIdentifier(letters: string, after: string): boolean {
  if (/^[A-Za-z]+\d/.test(after)) return true
  return /^[A-Z]{1,4}$/.test(letters) && !brands.test(letters)
}

/** A valid IBAN (ISO 13616: two letters, two check digits, remainder 1 modulo 97) is an account, not a card. */
function isAccount(before: string, run: string, after: string): boolean {
  const near = /[A-Z0-9 ]*$/.exec(before)?.[0] ?? ''
  const tail = /^[A-Z0-9]{0,4}(?: [A-Z0-9]{1,4})*(?![A-Za-z0-9])/.exec(after)?.[0] ?? ''
  const heads = [...near.matchAll(/(?<![A-Z0-9])[A-Z]{2}(?=\d\d|$)/g)].map(({ index }) => near.slice(index))
  return heads.some((head) => isIban(`${head}${run}${tail}`.replaceAll(/\s/g, '')))
}

function isIban(compact: string): boolean {
  if (!/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(compact)) return false
  const moved = compact.slice(4) + compact.slice(0, 4)
  let remainder = 0
  for (const character of moved) {
    for (const digit of String(Number.parseInt(character, 36)))
      remainder = (remainder * 10 + Number(digit)) % 97
  }
  return remainder === 1
}

function isCard(digits: string): boolean {
  return hasIssuer(digits) && passesLuhn(digits)
}

function hasIssuer(digits: string): boolean {
  return issuers.some(
    ({ prefixes, lengths }) =>
      lengths.includes(digits.length) &&
      prefixes.some(([from, to = from]) => {
        const start = digits.slice(0, from.length)
        return start >= from && start <= to
      }),
  )
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
