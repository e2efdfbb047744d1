/** ISO 4217 currencies whose minor unit is not a hundredth. */
const exponents: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
}

/** Digits after the decimal sign in a currency (ISO 4217). */
export function exponent(currency: string): number {
  return exponents[currency] ?? 2
}

/** Why a text is no amount: `ambiguous` (is 1.234 a thousand?), `precise` (more decimals than the currency has). */
type NotMoney = 'unreadable' | 'ambiguous' | 'precise' | 'large'

/**
 * Decimal text as an integer of minor units, without floats. Signs, currency and grouping are understood;
 * `decimal` says which sign separates the decimals where a text alone cannot tell.
 */
export function parseMoney(text: string, currency: string, decimal?: '.' | ','): number | NotMoney {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace('\u2212', '-')
  const match =
    /^(\(?)([+-]?)(?:[A-Z]{3}|\p{Sc}|[A-Z]{1,2}\p{Sc})?([+-]?)(\d[\d.,]*|[.,]\d+)-?(?:[A-Z]{3}|\p{Sc})?(\)?)$/u.exec(
      plain,
    )
  if (!match) return 'unreadable'
  const [, open, sign, innerSign, amount = '', close] = match
  if (Boolean(open) !== Boolean(close) || (sign && innerSign)) return 'unreadable'
  const parts = splitDecimals(amount, exponent(currency), decimal)
  if (typeof parts === 'string') return parts
  const minor = toMinor(parts.whole, parts.fraction, exponent(currency))
  const isNegative =
    Boolean(open) || sign === '-' || innerSign === '-' || /-(?:[A-Z]{3}|\p{Sc})?\)?$/u.test(plain)
  return typeof minor === 'number' && isNegative && minor !== 0 ? -minor : minor
}

function splitDecimals(
  amount: string,
  places: number,
  decimal: '.' | ',' | undefined,
): { whole: string; fraction: string } | NotMoney {
  const sign = decimal ?? decimalSign(amount, places)
  if (sign === 'ambiguous') return 'ambiguous'
  const at = sign ? amount.lastIndexOf(sign) : -1
  const whole = at < 0 ? amount : amount.slice(0, at)
  const fraction = at < 0 ? '' : amount.slice(at + 1)
  const isGrouped = /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/.test(whole) || /^\d{1,3}(?:,\d{2,3})*,\d{3}$/.test(whole)
  if (!/^\d*$/.test(whole) && !isGrouped) return 'unreadable'
  if (sign && whole.includes(sign)) return 'unreadable'
  if (!/^\d*$/.test(fraction)) return 'unreadable'
  return { whole: whole.replace(/[.,]/g, ''), fraction }
}

/** The sign that must be the decimal one: the last of two kinds, or one that cannot group thousands. */
function decimalSign(amount: string, places: number): '.' | ',' | 'ambiguous' | null {
  const dots = amount.split('.').length - 1
  const commas = amount.split(',').length - 1
  if (dots + commas === 0) return null
  if (dots > 0 && commas > 0) return amount.lastIndexOf('.') > amount.lastIndexOf(',') ? '.' : ','
  const sign = dots > 0 ? '.' : ','
  if (dots + commas > 1) return null
  const after = amount.length - amount.indexOf(sign) - 1
  const couldGroup = after === 3 && /^[1-9]\d{0,2}[.,]/.test(amount)
  if (!couldGroup) return sign
  if (sign === ',' && places !== 3) return null
  return sign === '.' && places === 3 ? '.' : 'ambiguous'
}

function toMinor(whole: string, fraction: string, places: number): number | NotMoney {
  if (/[1-9]/.test(fraction.slice(places))) return 'precise'
  const digits = whole + fraction.slice(0, places).padEnd(places, '0')
  const minor = Number(digits)
  return Number.isSafeInteger(minor) ? minor : 'large'
}
