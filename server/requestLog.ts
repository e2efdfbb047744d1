import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { Env } from './access.ts'

/** One line a request: never the query string or the body, which hold what people typed about people. */
export function requestLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const { requestId, by, refusal } = c.var
    log.info({
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      staff: by?.id,
      code: refusal?.code,
    })
  }
}
