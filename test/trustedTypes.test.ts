import { expect, test } from 'vitest'
import { knownHtml } from '../src/trustedTypes.ts'

test('no text that a person typed can become HTML in the page', () => {
  for (const text of ['<img src=x onerror=alert(1)>', 'Ann', '', '&#8203;<script>']) {
    expect(knownHtml(text)).toBeNull()
  }
  expect(knownHtml('&#8203;')).toBe('&#8203;')
})
