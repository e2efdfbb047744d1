import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '../contract/comparison/compareTexts.ts'
import { foldUnchanged } from '../contract/comparison/foldUnchanged.ts'
import type { Part } from '../contract/comparison/parts.ts'

const older = (parts: readonly Part[]) => without(parts, 'added')
const newer = (parts: readonly Part[]) => without(parts, 'removed')
const without = (parts: readonly Part[], kind: Part['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('a comparison counts the words that came in and the words that went', () => {
  const { words, links } = compareTexts(
    'We keep your address for two years.\n',
    'We keep your name and address for one year.\n',
  )
  expect(words).toEqual({ added: 4, removed: 2 })
  expect(links).toEqual({ added: 0, removed: 0 })
})

test('words are counted in languages that write without spaces', () => {
  expect(compareTexts('私たちは住所を保存します。', '私たちは名前を保存します。').words).toEqual({
    added: 1,
    removed: 1,
  })
})

test.each([
  ['/abuse/index.md', '../abuse/index.md'],
  ['https://a.example/terms', 'https://a.example/terms.pdf'],
  ['https://a.example/v1.2/terms.html', 'https://a.example/v1.3/terms.html'],
])('a link that led to %s and leads to %s is one changed link and no changed word', (before, after) => {
  const text = (target: string) => `We say so. [See what we refuse](${target}). We mean it.\n`
  expect(compareTexts(text(before), text(after))).toMatchObject({
    words: { added: 0, removed: 0 },
    links: { added: 1, removed: 1 },
  })
})

test('a link that leads elsewhere is no changed word, and a moved comma neither', () => {
  const link = compareTexts('See [the law](https://a.example/x).', 'See [the law](https://b.example/y).')
  expect(link).toMatchObject({ words: { added: 0, removed: 0 }, links: { added: 1, removed: 1 } })

  const comma = compareTexts('Names, addresses and more.', 'Names, addresses, and more.')
  expect(comma).toMatchObject({ words: { added: 0, removed: 0 }, punctuation: true, formatting: false })

  const space = compareTexts('One.\nTwo.\n', 'One.\n\nTwo.\n')
  expect(space).toMatchObject({
    words: { added: 0, removed: 0 },
    punctuation: false,
    formatting: false,
    spaces: true,
  })
})

test('two texts that are the same have nothing to show', () => {
  const text = 'Word for word.\n'.repeat(50)
  expect(compareTexts(text, text).parts.every(({ kind }) => kind === 'same')).toBe(true)
})

test('a phrase that became another reads as one change', () => {
  const { parts } = compareTexts('It is sent by post to us.', 'It is never kept at all.')
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
})

test('whatever two texts say, the comparison gives back both of them', () => {
  const word = fc.constantFrom(
    'we',
    'keep',
    'your',
    'name',
    '.',
    ' ',
    '\n',
    ', ',
    'https://a.example/b',
    '名前',
  )
  const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { parts } = compareTexts(before, after)
      expect(older(parts)).toBe(before)
      expect(newer(parts)).toBe(after)
    }),
    { numRuns: 300, seed: 2006 },
  )
})

test('a rewritten text of 50 KB is compared without stopping the page', () => {
  const long = (seed: number) =>
    Array.from({ length: 8000 }, (_, at) => `word${(at * seed) % 977}${at % 23 === 0 ? '.\n' : ' '}`).join('')
  const before = long(31)
  const after = long(57)
  const started = performance.now()
  const { parts } = compareTexts(before, after)
  expect(newer(parts)).toBe(after)
  // A comparison that looks at every pair of words takes a minute; how many milliseconds this one takes is the machine's.
  expect(performance.now() - started).toBeLessThan(5_000)
})

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `Line ${from + at}.\n`).join('')

test('unchanged stretches are folded, but for the lines beside a change', () => {
  const folds = foldUnchanged([
    { kind: 'same', text: lines(1, 20) },
    { kind: 'added', text: 'New.\n' },
    { kind: 'same', text: lines(21, 60) },
  ])
  expect(folds.map(({ kind }) => kind)).toEqual(['folded', 'same', 'added', 'same', 'folded'])
  expect(folds[0]).toMatchObject({ lines: 19 })
  expect(folds[1]?.text).toBe('Line 20.\n')
  expect(folds.map(({ text }) => text).join('')).toBe(`${lines(1, 20)}New.\n${lines(21, 60)}`)
})

test('a short stretch between two changes is read and not folded', () => {
  const folds = foldUnchanged([
    { kind: 'removed', text: 'Old.\n' },
    { kind: 'same', text: lines(1, 4) },
    { kind: 'added', text: 'New.\n' },
  ])
  expect(folds.map(({ kind }) => kind)).toEqual(['removed', 'same', 'added'])
})

test('where nothing changed between two stretches the fold says how many lines it holds', () => {
  const [fold] = foldUnchanged([{ kind: 'same', text: lines(1, 9) }])
  expect(fold).toMatchObject({ kind: 'folded', lines: 9 })
})
