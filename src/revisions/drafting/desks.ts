const prefix = 'steward.desk.'

/** Says for as long as the page is open that somebody sits at this desk; the browser takes it back, whatever happens. */
export function sitAt(desk: string): () => void {
  let leave: () => void = () => undefined
  const open = new Promise<void>((done) => {
    leave = done
  })
  // Missing where the page came without TLS: then every desk counts as left.
  if ('locks' in navigator) void navigator.locks.request(prefix + desk, () => open)
  return () => leave()
}

/** The desks of this browser at which somebody sits now. */
export async function takenDesks(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  )
}

/** As crypto.randomUUID, which is missing without TLS. */
export function newDesk(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
