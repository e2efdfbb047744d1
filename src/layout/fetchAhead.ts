type Page = { fetch: () => Promise<unknown> }
type Noun = { name: string; list?: Page; show?: Page }

/** Asks for the code of the page that the address names, while React is still busy with what stands around it. */
export function fetchAhead(path: string, start: Page, nouns: readonly Noun[]): void {
  const [, name, id, view] = path.split('/')
  const noun = nouns.find((each) => each.name === name)
  const page = name === '' ? start : view === 'show' ? noun?.show : id === undefined ? noun?.list : undefined
  // Whoever then opens it is told if it could not be loaded.
  page?.fetch().catch(() => undefined)
}
