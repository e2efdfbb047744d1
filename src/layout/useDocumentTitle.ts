import { useEffect } from 'react'
import { useTranslate } from 'react-admin'

/** The browser's own title: what stands on the page, and the product. Never a person's name, which would stay in the history. */
export function useDocumentTitle(title: string) {
  const t = useTranslate()
  const name = t('app.name')
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`
  }, [title, name])
}
