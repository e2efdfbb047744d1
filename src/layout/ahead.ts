import { type ComponentType, createElement, type FunctionComponent, lazy, memo, useState } from 'react'
import { NotArrived } from '../errors/NotArrived.ts'

type Ahead<Props extends object> = FunctionComponent<Props> & { fetch: () => Promise<unknown> }

/**
 * A page that is loaded when it is opened, and drawn at once if its code was there before: React would show a
 * placeholder first, and holds back for a third of a second what follows one. It is drawn anew for reasons of its own
 * alone: react-admin draws all its routes three times before it rests.
 */
export function ahead<Props extends object>(load: () => Promise<ComponentType<Props>>): Ahead<Props> {
  let loaded: ReturnType<typeof memo<ComponentType<Props>>> | null = null
  const fetch = async () => {
    const component = memo(await load())
    loaded = component
    return { default: component }
  }
  const asked = () =>
    fetch().catch(() => {
      throw new NotArrived(() => {
        Lazy = lazy(asked)
      })
    })
  let Lazy = lazy(asked)
  function Page(props: Props) {
    // One of the two for as long as it stands, or its state would go when the other took its place.
    const [Drawn] = useState(() => loaded ?? Lazy)
    return createElement(Drawn, props)
  }
  return Object.assign(Page, { fetch })
}
