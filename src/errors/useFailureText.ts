import { useTranslate } from 'react-admin'
import { problemOf, statusOf } from '../problem.ts'

/** What a failure says to a person: the server's own sentence, else what we know of the line. */
export function useFailureText() {
  const t = useTranslate()
  return (error: unknown): string => {
    const problem = problemOf(error)
    if (problem) return problem.errors.root?.serverError ?? problem.message
    return statusOf(error) === 0 ? t('steward.errors.unreachable') : t('steward.errors.unexpected')
  }
}
