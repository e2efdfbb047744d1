import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MergePart, merge } from '../contract/comparison/merge.ts'
import { both, isConflict, mergedText } from '../contract/comparison/mergedText.ts'
import { paragraphs } from '../contract/comparison/paragraphs.ts'

const side = (parts: readonly MergePart[], name: 'base' | 'theirs' | 'mine') =>
  parts.map((part) => part[name]).join('')
const conflicts = (parts: readonly MergePart[]) => parts.filter(isConflict)

describe('two people who wrote in one text', () => {
  const base = '# Rights\n\nWe keep it.\n\nAsk us.\n\nThe end.\n'

  test('in different paragraphs are merged without a question', () => {
    const theirs = base.replace('We keep it.', 'We keep it for two years.')
    const mine = base.replace('Ask us.', 'Ask us by letter.')
    const parts = merge(base, theirs, mine)
    expect(conflicts(parts)).toEqual([])
    expect(mergedText(parts)).toBe('# Rights\n\nWe keep it for two years.\n\nAsk us by letter.\n\nThe end.\n')
  })

  test('in neighbouring paragraphs, several of them anew, are merged without a question', () => {
    const theirs = base
      .replace('We keep it.', 'One.')
      .replace('Ask us.', 'Two.')
      .replace('The end.', 'Three.')
    const mine = base.replace('# Rights', '# Your rights')
    const parts = merge(base, theirs, mine)
    expect(mergedText(parts)).toBe('# Your rights\n\nOne.\n\nTwo.\n\nThree.\n')
    expect(conflicts(parts)).toEqual([])
  })

  test('in one paragraph are asked about that paragraph and no other', () => {
    const theirs = base.replace('Ask us.', 'Ask us by letter.').replace('The end.', 'The very end.')
    const mine = base.replace('Ask us.', 'Ask us by telephone.')
    const parts = merge(base, theirs, mine)
    expect(conflicts(parts)).toEqual([
      { kind: 'conflict', base: 'Ask us.', theirs: 'Ask us by letter.', mine: 'Ask us by telephone.' },
    ])
    expect(mergedText(parts, ['Ask us.'])).toBe(base.replace('The end.', 'The very end.'))
  })

  test('in different items of one list are merged without a question', () => {
    const list = 'We keep\n- names\n- addresses\n- orders\n'
    const parts = merge(list, list.replace('names', 'your name'), list.replace('orders', 'all orders'))
    expect(mergedText(parts)).toBe('We keep\n- your name\n- addresses\n- all orders\n')
  })

  test('one deleting what the other one changed are asked', () => {
    const theirs = base.replace('Ask us.\n\n', '')
    const mine = base.replace('Ask us.', 'Ask us by letter.')
    const [conflict] = conflicts(merge(base, theirs, mine))
    expect(conflict?.mine).toContain('Ask us by letter.')
    expect(conflict?.theirs).not.toContain('Ask us')
  })

  test('one adding after what the other one changed both have their way', () => {
    const parts = merge(base, base.replace('The end.', 'The very end.'), `${base}\nP.S.\n`)
    expect(conflicts(parts)).toEqual([])
    expect(mergedText(parts)).toBe(base.replace('The end.', 'The very end.\n\nP.S.'))
  })

  test('both adding at the end are asked, and both may stay as paragraphs of their own', () => {
    const parts = merge(base, `${base}\nTheirs.\n`, `${base}\nMine.\n`)
    const [conflict, ...more] = conflicts(parts)
    expect(more).toEqual([])
    expect(mergedText(parts, conflict ? [both(conflict)] : [])).toBe(`${base}\nTheirs.\n\nMine.\n`)
  })

  test('both writing the same sentence have it once', () => {
    const same = `${base}\nThe same.\n`
    expect(mergedText(merge(base, same, same))).toBe(same)
  })

  test('from nothing have once what both wrote, and each side’s own', () => {
    const parts = merge('', 'One.\n\nShared.\n', 'Shared.\n\nTwo.\n')
    expect(conflicts(parts)).toEqual([])
    expect(mergedText(parts)).toBe('One.\n\nShared.\n\nTwo.\n')
  })

  test('with line ends of the other kind keep them', () => {
    const windows = base.replaceAll('\n', '\r\n')
    const mine = windows.replace('Ask us.', 'Ask us by letter.')
    expect(mergedText(merge(windows, windows, mine))).toBe(mine)
  })
})

const piece = fc.constantFrom(
  'One.',
  'Two.',
  'Three\nlines.',
  '- item',
  '# Head',
  '> said',
  '| a | b |',
  '',
  ' ',
  'x',
)
const gap = fc.constantFrom('\n', '\n\n', '\n \n', '\r\n', '\r\n\r\n', '')
const someText = fc
  .array(fc.tuple(piece, gap), { maxLength: 14 })
  .map((rows) => rows.map((row) => row.join('')).join(''))
const anyText = fc.oneof(someText, fc.string({ unit: 'grapheme', maxLength: 60 }))
/** A text that two people began from, and what each made of it: few changes, as people make them. */
const edited = (base: string) =>
  fc.array(fc.tuple(fc.nat(), fc.option(fc.uuid(), { nil: '' })), { maxLength: 3 }).map((changes) => {
    const pieces = paragraphs(base)
    for (const [at, word] of changes) pieces[at % Math.max(1, pieces.length)] = word
    return pieces.join('')
  })
const threeTexts = anyText.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)))

describe('of any three texts', () => {
  test('the paragraphs of a text are the text', () => {
    fc.assert(fc.property(anyText, (text) => paragraphs(text).join('') === text))
  })

  test('every character of every side is in the merge', () => {
    fc.assert(
      fc.property(fc.oneof(threeTexts, fc.tuple(anyText, anyText, anyText)), ([base, theirs, mine]) => {
        const parts = merge(base, theirs, mine)
        expect([side(parts, 'base'), side(parts, 'theirs'), side(parts, 'mine')]).toEqual([
          base,
          theirs,
          mine,
        ])
      }),
      { numRuns: 1000 },
    )
  })

  test('what only one side changed is that side’s text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, changed) => {
        for (const parts of [
          merge(base, changed, base),
          merge(base, base, changed),
          merge(base, changed, changed),
        ]) {
          expect([conflicts(parts), mergedText(parts)]).toEqual([[], changed])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what a side wrote anew is in the merged text or in a question, never gone', () => {
    fc.assert(
      fc.property(threeTexts, ([base, theirs, mine]) => {
        const parts = merge(base, theirs, mine)
        const asked = conflicts(parts)
        const shown = mergedText(parts, asked.map(both))
        const old = new Set(paragraphs(base))
        for (const text of [theirs, mine]) {
          for (const words of paragraphs(text)) if (!old.has(words)) expect(shown).toContain(words)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('taking one side of every question gives a text in which that side has lost nothing', () => {
    fc.assert(
      fc.property(threeTexts, ([base, theirs, mine]) => {
        const parts = merge(base, theirs, mine)
        const taken = mergedText(
          parts,
          conflicts(parts).map((part) => part.mine),
        )
        const old = new Set(paragraphs(base))
        for (const words of paragraphs(mine)) if (!old.has(words)) expect(taken).toContain(words)
      }),
    )
  })

  test('the order of the two people decides nothing but who is called mine', () => {
    fc.assert(
      fc.property(threeTexts, ([base, theirs, mine]) => {
        const one = merge(base, theirs, mine)
        const other = merge(base, mine, theirs)
        expect(conflicts(one).length).toBe(conflicts(other).length)
        if (conflicts(one).length === 0) expect(mergedText(one)).toBe(mergedText(other))
      }),
    )
  })
})

test('three texts of 200 KB are merged in a moment', () => {
  const base = Array.from({ length: 40_000 }, (_, n) => (n % 3 === 0 ? 'x' : `${n}`)).join('\n\n')
  const start = performance.now()
  const parts = merge(base, base.replace('\n\n7\n\n', '\n\nseven\n\n'), base.replaceAll('\n\n5', '\n\nfive'))
  expect(mergedText(parts)).toContain('\n\nseven\n\n')
  expect(performance.now() - start).toBeLessThan(5000)
})
