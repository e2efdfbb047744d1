import { localStorageStore, memoryStore, type Store } from 'react-admin'

/** Looks and widths may stay in the browser; nothing that says whom anybody looked for (docs/decisions/011). */
const isKept = (key: string) =>
  key === 'theme' ||
  key === 'locale' ||
  key === 'singleKeys' ||
  key === 'comparisonLayout' ||
  /\.(datatable(_availableColumns|_columnRanks)?|viewsLine)$/.test(key)

/** Remembers theme, language, single keys, columns and where views had a line across sessions, and everything else only until the page closes. */
export function createStore(): Store {
  const kept = localStorageStore('1', 'Steward')
  const memory = memoryStore()
  const of = (key: string) => (isKept(key) ? kept : memory)
  return {
    setup: () => {
      kept.setup()
      memory.setup()
    },
    teardown: () => {
      kept.teardown()
      memory.teardown()
    },
    getItem: (key, defaultValue) => of(key).getItem(key, defaultValue),
    setItem: (key, value) => of(key).setItem(key, value),
    removeItem: (key) => of(key).removeItem(key),
    removeItems: (prefix) => memory.removeItems(prefix),
    // Signing out resets the store; the looks stay.
    reset: () => memory.reset(),
    subscribe: (key, callback) => of(key).subscribe(key, callback),
  }
}
