/**
 * Lets those who ask at the same time share one question, so that a thousand readers cost a database hardly more than
 * one. Nobody gets an answer to a question that was put before they came: who comes while one is under way waits for
 * the next, so that what was committed before a request is always in its answer, whichever server took the commit.
 */
export function shareReads<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>()
  const waiting = new Map<string, Promise<T>>()

  function begin(name: string): Promise<T> {
    const reading = read(name).finally(() => underWay.delete(name))
    underWay.set(name, reading)
    return reading
  }

  function beginNext(name: string): Promise<T> {
    waiting.delete(name)
    return begin(name)
  }

  return (name) => {
    const joined = waiting.get(name)
    if (joined) return joined
    const earlier = underWay.get(name)
    if (!earlier) return begin(name)
    const next = () => beginNext(name)
    // Whether the earlier question was answered is not ours to say: this one is put either way.
    const later = earlier.then(next, next)
    waiting.set(name, later)
    return later
  }
}
