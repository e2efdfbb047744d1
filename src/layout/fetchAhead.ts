type Page = { fetch: () => Promise<unknown> }
type Noun = { name: string; list?: Page; show?: Page }

/** Fetches the code of the page that the address names. */
export async function fetchAhead(path: string, start: Page, nouns: readonly Noun[]): Promise<void> {
  const [, name, id, view] = path.split('/')
  const noun = nouns.find((each) => each.name === name)
  const page = name === '' ? start : view === 'show' ? noun?.show : id === undefined ? noun?.list : undefined
  await page?.fetch()
}
