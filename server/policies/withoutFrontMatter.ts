const frontMatter =
  /^---[ \t]*\r?\n(?:(?=[\w"'-]+[ \t]*:|#)[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/

/**
 * The text below its YAML front matter, which is for the machine that built the page. Two rulers with prose between
 * them are no front matter.
 */
export function withoutFrontMatter(text: string): string {
  const whole = text.replace(/^\uFEFF/, '')
  return whole.replace(frontMatter, '')
}
