import { useEffect, useRef } from 'react'

type Props = {
  /** False where sending has to be a decision of its own. */
  sends: boolean
}

/** The first field of a form has the focus when its dialog opens, and Ctrl-Enter sends it from any of them. */
export function FormKeys({ sends }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (form?.contains(document.activeElement)) return
    form?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)')?.focus()
  }, [])

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form || !sends) return

    function send(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form?.querySelector<HTMLElement>('[type="submit"]:not(:disabled)')?.click()
    }
    form.addEventListener('keydown', send)
    return () => form.removeEventListener('keydown', send)
  }, [sends])
  return <span ref={place} hidden />
}
