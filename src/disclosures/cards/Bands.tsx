import Bolt from '@mui/icons-material/BoltOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { formatLocale } from '../../i18n/formatLocale.ts'
import { Band } from './Band.tsx'

/** Secrecy, restriction, emergency: each a band of its own, secrecy first. */
export function Bands({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { secrecyOrdered, handlingLevel, visibleTo, kind, emergency } = disclosure
  const bands = 'resources.disclosures.bands'
  return (
    <>
      {secrecyOrdered && <SecrecyBand disclosure={disclosure} />}
      {handlingLevel === 'restricted' && (
        <Band icon={Lock} tone="secondary" title={t(`${bands}.restricted`)}>
          {visibleTo.length > 0 &&
            t(`${bands}.visible_to`, { names: visibleTo.map(({ name }) => name).join(', ') })}
        </Band>
      )}
      {kind === 'emergency_disclosure' && (
        <Band icon={Bolt} tone="warning" title={t(`${bands}.emergency`)}>
          {emergency && (
            <>
              <div>{emergency.dangerDescription}</div>
              <div>{t(`${bands}.at_risk`, { who: emergency.whoIsAtRisk })}</div>
              <div>{t(`${bands}.why_data`, { why: emergency.whyDataNeeded })}</div>
              <div>{t(`${bands}.declared_by`, { who: emergency.declaredBy })}</div>
            </>
          )}
        </Band>
      )}
    </>
  )
}

function SecrecyBand({ disclosure: { secrecy } }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const bands = 'resources.disclosures.bands'
  const endsOn = secrecy?.endsOn ?? null
  const title = endsOn
    ? t(`${bands}.secrecy_until`, { day: sayDay(endsOn) })
    : secrecy?.reviewOn
      ? t(`${bands}.secrecy_review`, { day: sayDay(secrecy.reviewOn) })
      : t(`${bands}.secrecy`)
  const source = [secrecy?.basis, secrecy?.issuedBy].filter(Boolean).join(' · ')
  return (
    <Band icon={VisibilityOff} tone="secrecy" title={title}>
      {t(`${bands}.secrecy_says`)}
      {source && <div>{source}</div>}
    </Band>
  )
}

const sayDay = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(formatLocale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
