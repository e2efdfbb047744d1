import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-admin'
import { ErrorState } from './ErrorState.tsx'
import { NotArrived } from './NotArrived.ts'

/** A page that breaks says so in its own place; the way to every other page stays open. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <Boundary key={pathname}>{children}</Boundary>
}

class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  /** Nothing of the page is drawn any more: what is opened from now on may try again. */
  override componentDidCatch(error: unknown) {
    if (error instanceof NotArrived) error.forget()
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <ErrorState error={this.state.error} onRetry={this.retry} />
  }

  /** Without a line the browser would put its own page in the place of ours. */
  retry = () => (navigator.onLine ? window.location.reload() : this.setState({ error: null }))
}
