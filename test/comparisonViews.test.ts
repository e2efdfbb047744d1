import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compareTexts } from '../contract/comparison/compareTexts.ts'
import { describeChanges } from '../contract/comparison/describeChanges.ts'
import { countSegments, segments } from '../contract/comparison/segments.ts'
import { type Piece, sideBySide } from '../contract/comparison/sideBySide.ts'
import { countsText } from '../server/policies/countsText.ts'
import { i18nProvider, loadTexts } from '../src/i18n/i18nProvider.ts'

const word = fc.constantFrom(
  'we',
  'keep',
  '**',
  '- ',
  '# ',
  ',',
  '.',
  ' ',
  '\n',
  '\n\n',
  '[x](https://a.example/b)',
  '[x](https://a.example/c)',
  '名前',
)
const text = fc.array(word, { maxLength: 150 }).map((words) => words.join(''))
const options = { numRuns: 300, seed: 2006 }

beforeAll(() => loadTexts())

const textOf = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('')

test('side by side, the left column is the older text and the right one the newer, whatever they say', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = sideBySide(segments(compareTexts(before, after).parts))
      const column = (side: 'left' | 'right') =>
        rows.map((row) => (row.kind === 'folded' ? row.text : textOf(row[side]))).join('')
      expect(column('left')).toBe(before)
      expect(column('right')).toBe(after)
    }),
    options,
  )
})

test('every change has a number, in the order of the text, and none is left out', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = segments(compareTexts(before, after).parts)
      const numbers = found.flatMap((each) => (each.kind === 'change' ? [each.number] : []))
      expect(numbers).toEqual(Array.from({ length: countSegments(found) }, (_, at) => at + 1))
      expect(numbers.length === 0).toBe(before === after)
      expect(found.map(({ at }) => at)).toEqual([...new Set(found.map(({ at }) => at))])
    }),
    options,
  )
})

test('what changed on one line stands on one row, level with its neighbours', () => {
  const before = 'One.\nWe keep it for two weeks.\nThree.\n'
  const after = 'One.\nWe keep it for three weeks.\nThree.\n'
  const rows = sideBySide(segments(compareTexts(before, after).parts))
  expect(rows.map((row) => (row.kind === 'row' ? [textOf(row.left), textOf(row.right)] : row.text))).toEqual([
    ['One.\n', 'One.\n'],
    ['We keep it for two weeks.\n', 'We keep it for three weeks.\n'],
    ['Three.\n', 'Three.\n'],
  ])
})

test('the staff screens and the public page say what changed in the same words', () => {
  const t = i18nProvider.translate
  const said = (before: string, after: string) => {
    const comparison = compareTexts(before, after)
    const onScreen = describeChanges(comparison, (what, count) =>
      t(`resources.revisions.comparison.said.${what}`, {
        smart_count: count,
        count: count.toLocaleString('en-GB'),
      }),
    )
    expect(onScreen).toBe(countsText(comparison))
    return onScreen
  }
  const link = (target: string) => `See [the law](https://a.example/${target}).`
  expect(said(link('x'), link('y'))).toBe('No words changed; 1 link target changed.')
  expect(said('Names and more.', 'Names **and** more.')).toBe('No words changed; only formatting changed.')
  expect(said('Names\nmore', '- Names\n- more')).toBe('No words changed; only formatting changed.')
  expect(said('A - b.', 'A b.')).toBe('No words changed; only punctuation changed.')
  fc.assert(
    fc.property(text, text, (before, after) => {
      said(before, after)
    }),
    options,
  )
})
