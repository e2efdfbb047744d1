import { useTranslate } from 'react-admin'

/** A value that is not there, for eyes and for ears. */
export function Nothing() {
  const t = useTranslate()
  return (
    <span className="nothing">
      <span aria-hidden="true">–</span>
      <span className="unseen">{t('fields.nothing')}</span>
    </span>
  )
}
