import { Button } from '@mui/material'
import { Suspense, useCallback, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import type { BatchAction } from '../../contract/batches.ts'
import { useShortcut } from '../keyboard/useShortcut.ts'
import { page } from '../layout/page.ts'
import { useOffer } from '../palette/offers.ts'
import type { Selection } from './selection.ts'

const BatchDialog = page(async () => (await import('./BatchDialog.tsx')).BatchDialog)

type Props = { action: BatchAction; selection: Selection }

/** Opens the dialog that looks first and then acts; what was typed there is kept when it closes. */
export function BatchButton({ action, selection }: Props) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const draft = useRef<FieldValues>({})
  const keep = useCallback((values: FieldValues) => {
    draft.current = values
  }, [])
  useOffer({
    id: `act:batches.${action}`,
    label: t(`acts.batches.dialog.title.${action}`),
    refusal: null,
    run: () => setOpen(true),
  })
  useShortcut({
    key: action === 'deactivate' ? 'd' : 'r',
    label: `acts.batches.dialog.title.${action}`,
    group: 'list',
    run: () => setOpen(true),
  })
  return (
    <>
      <Button
        size="small"
        variant={action === 'deactivate' ? 'contained' : 'outlined'}
        aria-keyshortcuts={action === 'deactivate' ? 'd' : 'r'}
        onClick={() => setOpen(true)}
      >
        {t(`acts.batches.select.${action}`)}
      </Button>
      {isOpen && (
        <Suspense>
          <BatchDialog
            action={action}
            selection={selection}
            draft={draft.current}
            onDraft={keep}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
