import { glob, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { changedFields } from '../src/changedFields.ts'
import { sayDay } from '../src/changes/sayDay.ts'
import { languages } from '../src/customers/languages.ts'
import { countries } from '../src/disclosures/countries.ts'
import { sayMoney } from '../src/fields/MoneyField.tsx'
import { sayCountry } from '../src/fields/sayCountry.ts'
import { sayInstant } from '../src/fields/sayInstant.ts'
import { sayLanguage } from '../src/fields/sayLanguage.ts'
import { first } from '../src/i18n/first.ts'
import { localeFor } from '../src/i18n/formatLocale.ts'
import { places } from '../src/layout/navigation.tsx'
import { whereToSearch } from '../src/layout/whereToSearch.ts'
import '../src/withoutEval.ts'

const now = new Date(2026, 5, 15, 12, 0, 0)
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const said = (at: Date) => sayInstant(at, now, { locale: 'en-GB' })

it('numbers, days and names are written in English whatever the browser speaks, in the manner of its country', () => {
  const spoken = ['en-US', 'en-GB', 'de-DE', 'de-AT', 'fr', 'pt-BR', 'ar-EG', 'ja-JP', 'en']
  expect(spoken.map((readers) => [readers, localeFor(readers)])).toEqual([
    ['en-US', 'en-US'],
    ['en-GB', 'en-GB'],
    ['de-DE', 'en-DE'],
    ['de-AT', 'en-AT'],
    ['fr', 'en-FR'],
    ['pt-BR', 'en-GB'],
    ['ar-EG', 'en-GB'],
    ['ja-JP', 'en-JP'],
    ['en', 'en-US'],
  ])
  const german = localeFor('de-DE')
  expect([
    sayCountry('DE', german),
    sayLanguage('pt-BR', german),
    sayDay('2026-03-02T12:00:00.000Z', german),
    countries(german).find(({ id }) => id === 'AT')?.name,
    languages(german).find(({ id }) => id === 'de')?.name,
  ]).toEqual(['Germany', 'Brazilian Portuguese', '2 March 2026', 'Austria', 'German'])
  expect(sayMoney(232860, 'EUR', localeFor('de-AT'))).toBe('€\u00a02.328,60')
})

it('no screen writes a number, a day or a name by a language of its own', async () => {
  const own =
    /toLocale\w*String\((\)|undefined|\[)|Intl\.\w+(Format|Names)\((\)|undefined|'|\[)|navigator\.language/
  const found = []
  for await (const path of glob('src/**/*.{ts,tsx}', { exclude: ['src/i18n/formatLocale.ts'] }))
    if (own.test(await readFile(path, 'utf8'))) found.push(path)
  expect(found).toEqual([])
})

describe('an instant is said as people say it', () => {
  it.each([
    [320, { key: 'instants.in_hours', values: { hours: 5, minutes: 20 } }],
    [45, { key: 'instants.in_minutes', values: { minutes: 45 } }],
    [0, { key: 'instants.now', values: {} }],
    [-12, { key: 'instants.minutes_ago', values: { minutes: 12 } }],
    [-120, { key: 'instants.today', values: { time: '10:00' } }],
    [-20 * 60 + 4, { key: 'instants.yesterday', values: { time: '16:04' } }],
    [3 * 24 * 60, { key: 'instants.day', values: { date: '18 Jun', time: '12:00' } }],
    [-366 * 24 * 60, { key: 'instants.date', values: { date: '14 Jun 2025' } }],
  ])('%i minutes from now', (minutes, words) => {
    expect(said(after(minutes))).toEqual(words)
  })
})

it('in a short line another day goes without its time', () => {
  const short = (minutes: number) => sayInstant(after(minutes), now, { locale: 'en-GB', brief: true })
  expect([-120, -20 * 60, -3 * 24 * 60].map(short)).toEqual([
    { key: 'instants.today', values: { time: '10:00' } },
    { key: 'instants.yesterday_brief', values: { time: '16:00' } },
    { key: 'instants.date', values: { date: '12 Jun' } },
  ])
})

it('money is written with the digits that its currency has', () => {
  expect([
    sayMoney(232860, 'EUR', 'en-GB'),
    sayMoney(18224, 'JPY', 'en-GB'),
    sayMoney(1234, 'KWD', 'en'),
  ]).toEqual(['€2,328.60', 'JP¥18,224', 'KWD\u00a01.234'])
})

it('a reference is looked for where it belongs, anything else among the customers', () => {
  expect(['P-2026-000917', '#7314', 'dr-2026-0007', 'C-000123', 'Peter'].map(whereToSearch)).toEqual([
    'purchases',
    'purchases',
    'disclosures',
    'customers',
    'customers',
  ])
})

it('a change sends only the fields that a form changed', () => {
  const before = { id: '1', version: 3, updatedAt: 'then', name: 'Ana', tags: ['a', { b: 1 }], note: null }
  const same = { ...before, tags: ['a', { b: 1 }], version: 9, updatedAt: 'now' }
  expect(changedFields(before, same)).toEqual({})
  expect(changedFields(before, { ...same, name: 'Anna', note: '', reason: 'typo' })).toEqual({
    name: 'Anna',
    note: '',
    reason: 'typo',
  })
})

it('the contract is checked without compiling code, which the page may not do', async () => {
  const { config } = await import('zod')
  expect(config().jitless).toBe(true)
})

it('the side bar can say every page it leads to before any of them was opened', () => {
  const named: string[] = Object.keys(first.resources)
  expect(places.filter(({ noun }) => !named.includes(noun))).toEqual([])
})
