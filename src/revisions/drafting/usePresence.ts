import { useCallback, useEffect, useRef, useState } from 'react'
import { HttpError, useDataProvider } from 'react-admin'
import { Attendance } from '../../../contract/revisions.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { SessionOver } from '../../http.ts'
import { newKey } from '../../idempotencyKey.ts'
import type { Draft } from '../useDraft.ts'

const every = 10_000
const stillTyping = 8_000

type Others = Attendance['others']

/** Says every ten seconds that this page has the draft open, while somebody can see it; hears who else has. */
export function usePresence(draft: Draft, desk: string) {
  const provider = useDataProvider<StewardProvider>()
  const { id } = draft.opened
  const { onWords } = draft
  const [others, setOthers] = useState<Others>([])
  const now = useRef({ provider, catchUp: draft.catchUp })
  now.current = { provider, catchUp: draft.catchUp }
  const typedAt = useRef(0)

  const beat = useCallback(
    async (isLeaving = false) => {
      const isTyping = Date.now() - typedAt.current < stillTyping
      const doing = isLeaving ? 'leaving' : isTyping ? 'typing' : 'reading'
      try {
        const { data } = await now.current.provider.act('revisions', {
          id,
          verb: 'attend',
          data: { desk, doing },
          idempotencyKey: newKey(),
          quiet: true,
          keepalive: isLeaving,
        })
        if (isLeaving) return
        const { version, others: there } = Attendance.parse(data)
        setOthers((before) => (JSON.stringify(before) === JSON.stringify(there) ? before : there))
        await now.current.catchUp(version)
      } catch (error) {
        // Who is there is not known without the server; saving says by itself what is wrong.
        if (!(error instanceof HttpError || error instanceof SessionOver)) throw error
        setOthers([])
      }
    },
    [id, desk],
  )

  useEffect(() => {
    const isSeen = () => document.visibilityState === 'visible'
    const timer = setInterval(() => {
      if (isSeen()) void beat()
    }, every)
    const look = () => void beat(!isSeen())
    const leave = () => void beat(true)
    void beat()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pagehide', leave)
    const forget = onWords((isTyped) => {
      if (!isTyped) return
      const isFirst = Date.now() - typedAt.current > stillTyping
      typedAt.current = Date.now()
      if (isFirst) void beat()
    })
    return () => {
      clearInterval(timer)
      forget()
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [beat, onWords])

  /** Asked before the page saves by itself beside somebody else: what they saved comes in first. */
  const ask = useCallback(async () => {
    if (others.length > 0) await beat()
  }, [others, beat])

  return { others, ask }
}
