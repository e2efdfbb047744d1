import { describe, expect, it } from 'vitest'
import { asLink } from '../src/revisions/editing/asLink.ts'
import type { Change, Selected } from '../src/revisions/editing/change.ts'
import { continueList } from '../src/revisions/editing/continueList.ts'
import { emphasise } from '../src/revisions/editing/emphasise.ts'
import { bulletList, heading, numberedList, quote } from '../src/revisions/editing/lineMarks.ts'
import { tableRow } from '../src/revisions/editing/tableRow.ts'

/** A text with its selection in brackets of their own: `We ⟦keep⟧ it`, or `We ⟦⟧keep`. */
function read(shown: string): Selected {
  const start = shown.indexOf('⟦')
  const text = shown.replace('⟦', '').replace('⟧', '')
  return { text, start, end: shown.indexOf('⟧') - 1 }
}
function show({ text }: Selected, { from, to, insert, start, end }: Change): string {
  const after = text.slice(0, from) + insert + text.slice(to)
  return `${after.slice(0, start)}⟦${after.slice(start, end)}⟧${after.slice(end)}`
}
const after = (act: (selected: Selected) => Change | null, shown: string) => {
  const change = act(read(shown))
  return change === null ? null : show(read(shown), change)
}

describe('formatting changes the text and selects what is next', () => {
  const bold = emphasise('**')
  const italic = emphasise('*')
  const formatted: [act: (selected: Selected) => Change | null, before: string, expected: string][] = [
    [bold, 'We ⟦keep⟧ it', 'We **⟦keep⟧** it'],
    [bold, 'We **⟦keep⟧** it', 'We ⟦keep⟧ it'],
    [bold, 'We⟦ keep ⟧it', 'We **⟦keep⟧** it'],
    [bold, 'We ke⟦⟧ep it', 'We **⟦keep⟧** it'],
    [bold, '⟦⟧', '**⟦⟧**'],
    [italic, 'We ⟦keep⟧ it', 'We *⟦keep⟧* it'],
    [italic, 'We *⟦keep⟧* it', 'We ⟦keep⟧ it'],
    [italic, 'We **⟦keep⟧** it', 'We ***⟦keep⟧*** it'],
    [italic, 'We ***⟦keep⟧*** it', 'We **⟦keep⟧** it'],
    [asLink, 'See ⟦our terms⟧.', 'See [our terms](⟦https://⟧).'],
    [asLink, 'See ⟦https://a.example/x⟧', 'See [⟦⟧](https://a.example/x)'],
    [asLink, 'See ⟦⟧', 'See [⟦⟧](https://)'],
    [heading, 'Your ri⟦⟧ghts', '## Your ri⟦⟧ghts'],
    [heading, '## Your ri⟦⟧ghts', '### Your ri⟦⟧ghts'],
    [heading, '### Your ri⟦⟧ghts', 'Your ri⟦⟧ghts'],
    [bulletList, '⟦One\nTwo⟧\nThree', '⟦- One\n- Two⟧\nThree'],
    [bulletList, '⟦- One\n- Two⟧', '⟦One\nTwo⟧'],
    [bulletList, '⟦1. One\n2. Two⟧', '⟦- One\n- Two⟧'],
    [bulletList, '⟦⟧', '- ⟦⟧'],
    [numberedList, '⟦One\n\nTwo⟧', '⟦1. One\n\n2. Two⟧'],
    [quote, 'Sa⟦⟧id', '> Sa⟦⟧id'],
    [quote, '> Sa⟦⟧id', 'Sa⟦⟧id'],
    [tableRow, '| a | b |⟦⟧', '| a | b |\n| ⟦⟧ |  |'],
    [tableRow, '⟦⟧', '| ⟦Column⟧ | Column |\n|---|---|\n|  |  |\n'],
    [tableRow, 'Words⟦⟧', 'Words\n\n| ⟦Column⟧ | Column |\n|---|---|\n|  |  |\n'],
  ]
  it.each(formatted)('of $1 makes $2', (act, before, expected) => {
    expect(after(act, before)).toBe(expected)
  })
})

describe('Enter goes on with a list', () => {
  it.each([
    ['- One⟦⟧', '- One\n- ⟦⟧'],
    ['  * One⟦⟧ more', '  * One\n  * ⟦⟧ more'],
    ['9. Nine⟦⟧', '9. Nine\n10. ⟦⟧'],
    ['> Said⟦⟧', '> Said\n> ⟦⟧'],
    ['- One\n- ⟦⟧\nTwo', '- One\n⟦⟧\nTwo'],
    ['Words⟦⟧', null],
    ['- ⟦One⟧', null],
    ['-⟦⟧5 degrees', null],
  ])('after %j with %j', (before, expected) => {
    expect(after(continueList, before)).toBe(expected)
  })
})
