import { randomUUID } from 'node:crypto'

/** Somebody signed in at a server that runs, wherever it is just now: the session outlives a new start. */
export async function signIn(where: () => string, email: string, password: string) {
  let cookie = ''
  async function send(path: string, body: object, key: string = randomUUID()): Promise<Response> {
    const answer = await fetch(`${where()}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        Origin: where(),
        Cookie: cookie,
      },
      body: JSON.stringify(body),
    })
    cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? cookie
    return answer
  }
  async function post(path: string, body: object): Promise<unknown> {
    const answer = await send(path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text)
  }
  const get = (path: string) => fetch(`${where()}${path}`, { headers: { Cookie: cookie } })
  /** How many records of a noun fit. */
  async function total(noun: string, filter: object): Promise<number> {
    const params = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' })
    const answer = await get(`/api/${noun}?${params}`)
    return Number(answer.headers.get('Content-Range')?.split('/')[1])
  }
  await post('/api/session', { email, password })
  return { send, post, get, total }
}
