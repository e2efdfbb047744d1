import { Button, type ButtonProps, Typography } from '@mui/material'
import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { useShortcut } from '../keyboard/useShortcut.ts'
import { useOffer } from '../palette/offers.ts'
import { useMay } from '../session/useMay.ts'
import { ActDialog, type ActDialogProps } from './ActDialog.tsx'

type Props = ActDialogProps & {
  /** Why it cannot be done now, in a sentence beside the button, or null. */
  refusal?: string | null
  variant?: ButtonProps['variant']
  icon?: ReactNode
  /** A single key that opens the dialog. */
  shortcut?: string
}

/** A verb that opens its dialog; not there at all for a role that may not do it. */
export function ActButton({ refusal = null, variant = 'outlined', icon, shortcut, ...dialog }: Props) {
  const { noun, verb, name, defaults, irreversible } = dialog
  const t = useTranslate()
  const may = useMay()
  const refusalId = useId()
  const [isOpen, setOpen] = useState(false)
  const draft = useRef<FieldValues>(defaults ?? {})
  const keep = useCallback((values: FieldValues) => {
    draft.current = values
  }, [])
  const isAllowed = may(noun, verb)
  useOffer(
    isAllowed
      ? {
          id: `act:${noun}.${verb}:${dialog.record.id}`,
          label: t(`acts.${noun}.${verb}.title`, { name }),
          refusal,
          run: () => setOpen(true),
        }
      : null,
  )
  if (!isAllowed) return null
  return (
    <>
      {refusal && (
        <Typography
          id={refusalId}
          variant="caption"
          color="textSecondary"
          sx={{ maxWidth: 320, alignSelf: 'center' }}
        >
          {refusal}
        </Typography>
      )}
      <Button
        variant={variant}
        color={irreversible ? 'error' : 'primary'}
        startIcon={icon}
        disabled={refusal !== null}
        aria-keyshortcuts={shortcut}
        aria-describedby={refusal ? refusalId : undefined}
        onClick={() => setOpen(true)}
      >
        {t(`acts.${noun}.${verb}.name`)}
      </Button>
      {shortcut && refusal === null && (
        <ActKey shortcut={shortcut} label={`acts.${noun}.${verb}.name`} run={() => setOpen(true)} />
      )}
      {isOpen && (
        <ActDialog {...dialog} draft={draft.current} onDraft={keep} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function ActKey({ shortcut, label, run }: { shortcut: string; label: string; run: () => void }) {
  useShortcut({ key: shortcut, label, run })
  return null
}
