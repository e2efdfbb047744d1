import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from 'react'

export type Ahead<Props extends object> = FunctionComponent<Props> & { fetch: () => Promise<unknown> }

/**
 * A page that is loaded when it is opened, and drawn at once if its code was there before: React would show a
 * placeholder first, and holds back for a third of a second what follows one.
 */
export function ahead<Props extends object>(load: () => Promise<ComponentType<Props>>): Ahead<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetch = async () => {
    const component = await load()
    loaded = component
    return { default: component }
  }
  const Lazy = lazy(fetch)
  function Page(props: Props) {
    // One of the two for as long as it stands, or its state would go when the other took its place.
    const [Drawn] = useState<ComponentType<Props>>(() => loaded ?? Lazy)
    return createElement(Drawn, props)
  }
  return Object.assign(Page, { fetch })
}
