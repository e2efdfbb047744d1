import type { FieldValues } from 'react-hook-form'
import { findCardNumber } from '../../contract/cards.ts'

type Body = Record<string, unknown>

/** A form holds the last four digits of the numbers that its typist stated to be no card numbers; a body, in which fields they stand. */
export function withStatement(values: FieldValues, body: Body): Body {
  const { notCardNumbers: _, ...rest } = body
  const stated: readonly string[] = values.notCardNumbers ?? []
  const fields = stated.length === 0 ? [] : fieldsWith(stated, rest, '')
  return fields.length === 0 ? rest : { ...rest, notCardNumbers: fields }
}

function fieldsWith(stated: readonly string[], value: unknown, path: string): string[] {
  if (typeof value === 'string') return stated.includes(findCardNumber(value)?.last4 ?? '') ? [path] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) =>
    fieldsWith(stated, inner, path === '' ? name : `${path}.${name}`),
  )
}
