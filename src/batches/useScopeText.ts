import { useTranslate } from 'react-admin'
import type { Batch } from '../../contract/batches.ts'
import { sayDay } from '../changes/sayDay.ts'

/** Where the word for a value of a filter stands in the catalogue. */
const words: Readonly<Record<string, string>> = {
  activation: 'states.activation',
  orderStatus: 'states.order',
  openMatter: 'states.matter',
  deactivationReason: 'choices.deactivationReason',
}

/** Which purchases a batch was asked to work on, in words. */
export function useScopeText() {
  const t = useTranslate()
  const field = (name: string) => t(`resources.purchases.fields.${name}`, { _: name })

  function value(name: string, given: unknown): string {
    if (Array.isArray(given)) return given.map((each) => value(name, each)).join(', ')
    const text = String(given)
    const catalogue = words[name]
    if (catalogue) return t(`${catalogue}.${text}`, { _: text })
    return /^\d{4}-\d{2}-\d{2}T/.test(text) ? sayDay(text) : text
  }

  function condition([name, given]: [string, unknown]): string {
    const key = 'resources.batches.scope'
    if (name === 'suggested' || name === 'inactiveSince') return t(`${key}.suggested`)
    const range = /^(.+)(From|To)$/.exec(name)
    const said = value(name, given)
    if (!range?.[1]) return t(`${key}.is`, { label: field(name), value: said })
    return t(`${key}.${range[2] === 'From' ? 'from' : 'to'}`, { label: field(range[1]), value: said })
  }

  return ({ scope, reverses }: Batch): string => {
    const key = 'resources.batches.scope'
    if (reverses) return t(`${key}.reverse`)
    const named = scope.filter ? Object.entries(scope.filter).map(condition) : []
    const searched = scope.searched ? [t(`${key}.searched`)] : []
    const conditions = [...named, ...searched]
    const all =
      conditions.length > 0 ? t(`${key}.filter`, { filter: conditions.join(', ') }) : t(`${key}.all`)
    const which = scope.filter ? all : t(`${key}.ids`, { smart_count: scope.ids ?? 0 })
    if (scope.excluded === 0) return which
    return `${which}, ${t(`${key}.excluded`, { smart_count: scope.excluded })}`
  }
}
