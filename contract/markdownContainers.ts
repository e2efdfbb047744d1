const openers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?![^ \t])))*/

/** Lists and quotes that a text opens: rendering takes the square of their number. */
export function countContainers(value: string): number {
  const opened = value
    .split(/\r\n?|\n/)
    .map((row) => openers.exec(row)?.[0].match(/>|[-*+]|\d+/g)?.length ?? 0)
  return opened.reduce((sum, each) => sum + each, 0)
}
