const firstStrong = '\u2068'
const popIsolate = '\u2069'
const opensIsolate = /[\u2066-\u2068]/
const mayReorder =
  /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/**
 * A text for display beside other text: its own bidi controls end with it (UAX #9).
 * Line by line, since a line break ends every isolate.
 */
export function isolate(text: string): string {
  if (!mayReorder.test(text)) return text
  return text
    .split(/(\r\n|[\n\r\u2029])/)
    .map((part, index) => (index % 2 === 0 && mayReorder.test(part) ? isolateLine(part) : part))
    .join('')
}

/** Closers that close nothing of this line would close what is around it; openers left open would go on after it. */
function isolateLine(line: string): string {
  let open = 0
  let balanced = ''
  for (const character of line) {
    if (character === popIsolate && open === 0) continue
    if (character === popIsolate) open -= 1
    if (opensIsolate.test(character)) open += 1
    balanced += character
  }
  return firstStrong + balanced + popIsolate.repeat(open + 1)
}
