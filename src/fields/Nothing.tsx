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

export const hiddenFromEyes = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const
