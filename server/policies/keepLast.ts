/** Keeps what was made last, up to `most`, by name; what several ask for at once is made once. */
export function keepLast<T>(most: number) {
  const kept = new Map<string, Promise<T>>()
  return async (name: string, make: () => Promise<T>): Promise<T> => {
    const made = kept.get(name) ?? make()
    kept.delete(name)
    kept.set(name, made)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    try {
      return await made
    } catch (error) {
      if (kept.get(name) === made) kept.delete(name)
      throw error
    }
  }
}
