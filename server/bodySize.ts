import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refused } from './errors.ts'

/**
 * Refuses a body of more than so many kilobytes. Node holds each body to the length that it names, so that one is
 * believed; a body that names none is counted as it comes, for which the whole request is made anew.
 * @throws TOO_LARGE
 */
export function atMost(kilobytes: number): MiddlewareHandler {
  const maxSize = kilobytes * 1024
  const refuse = () => {
    throw new Refused('TOO_LARGE', { values: { limit: `${kilobytes} KB` } })
  }
  const counted = bodyLimit({ maxSize, onError: refuse })
  return (c, next) => {
    const length = c.req.header('Content-Length')
    if (length === undefined || c.req.header('Transfer-Encoding') !== undefined) return counted(c, next)
    return Number(length) <= maxSize ? next() : refuse()
  }
}
