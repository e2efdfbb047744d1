import { useSyncExternalStore } from 'react'

/** What a person can be asked to prove while the page stays as it is. */
export type Proof = 'signIn' | 'stepUp'
export type Asked = { proof: Proof; settle: (proved: boolean) => void }

type ProofDesk = ReturnType<typeof createProofDesk>

/** Requests that miss the same proof wait at one desk and go on together once it is given. */
function createProofDesk() {
  let asked: Asked | null = null
  let answer: Promise<boolean> = Promise.resolve(false)
  const listeners = new Set<() => void>()

  function put(next: Asked | null) {
    asked = next
    for (const listener of listeners) listener()
  }

  function prove(proof: Proof): Promise<boolean> {
    if (asked) return answer
    answer = new Promise((resolve) => {
      put({
        proof,
        settle: (proved) => {
          put(null)
          resolve(proved)
        },
      })
    })
    return answer
  }

  return {
    prove,
    current: () => asked,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export const proofDesk = createProofDesk()

export function useAsked(desk: ProofDesk = proofDesk): Asked | null {
  return useSyncExternalStore(desk.subscribe, desk.current)
}
