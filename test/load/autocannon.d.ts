/** As much of autocannon 9 as the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  export type Request = { method?: string; path?: string; body?: string; headers?: Record<string, string> }
  export type Options = {
    url: string
    connections: number
    /** Seconds; `amount` takes precedence. */
    duration?: number
    amount?: number
    /** Milliseconds. */
    sampleInt?: number
    /** Seconds. */
    timeout?: number
    headers?: Record<string, string>
    requests?: { setupRequest: (request: Request) => Request }[]
  }
  export type Result = { duration: number; errors: number; timeouts: number; non2xx: number }
  export interface Instance extends EventEmitter, PromiseLike<Result> {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): this
  }
  export default function autocannon(options: Options): Instance
}
