import { useTranslate } from 'react-admin'
import { useFailureText } from '../errors/useFailureText.ts'
import { SessionOver } from '../http.ts'
import { problemOf, statusOf } from '../problem.ts'

/** Why words are not saved, in one clause or sentence. */
export function useWhyUnsaved() {
  const t = useTranslate()
  const failureText = useFailureText()
  const say = (why: string) => t(`resources.revisions.drafting.why.${why}`)
  return (failure: unknown): string => {
    if (failure instanceof SessionOver) return say('session')
    if (isClash(failure) || problemOf(failure)?.code === 'VERSION_CONFLICT') return say('conflict')
    if (statusOf(failure) === 0) return say('line')
    const status = statusOf(failure)
    if (status !== null && status >= 500) return say('server')
    const ofFields = Object.entries(problemOf(failure)?.errors ?? {}).flatMap(([field, text]) =>
      field !== 'root' && typeof text === 'string' ? [text] : [],
    )
    return ofFields[0] ?? failureText(failure)
  }
}

const isClash = (failure: unknown) => typeof failure === 'object' && failure !== null && 'theirs' in failure
