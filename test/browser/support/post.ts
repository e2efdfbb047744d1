import type { Page } from '@playwright/test'
import { z } from 'zod'

const Made = z.object({ id: z.string() })

/** Makes a record the way the screens do, for a journey that starts behind it. */
export async function post(page: Page, path: string, body: object): Promise<{ id: string }> {
  const answer = await page.evaluate(
    async ([address, text]) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
      const sent = await fetch(address, { method: 'POST', headers, body: text })
      return sent.json()
    },
    [path, JSON.stringify(body)] as const,
  )
  return Made.parse(answer)
}
