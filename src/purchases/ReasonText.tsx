import { useTranslate } from 'react-admin'
import type { PurchaseRow } from '../../contract/purchases.ts'
import { Nothing } from '../fields/Nothing.tsx'

export function ReasonText({ reason }: { reason: PurchaseRow['deactivationReason'] }) {
  const t = useTranslate()
  return reason ? t(`choices.deactivationReason.${reason}`) : <Nothing />
}
