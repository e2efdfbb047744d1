import { Alert, Box, Button, Typography } from '@mui/material'
import { type ReactNode, useEffect, useRef } from 'react'
import { Form, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { useFailureText } from '../errors/useFailureText.ts'
import { CardStatement } from './CardStatement.tsx'
import { FormKeys } from './FormKeys.tsx'
import { KeepDraft } from './KeepDraft.tsx'
import { PlainDialog } from './PlainDialog.tsx'
import type { Sending } from './useSending.ts'

export type Remedy = { label: string; onClick: () => void }

type Props = {
  id?: string
  title: string
  says?: string
  confirm: string
  /** What leaving says, where “Cancel” would be taken for the act itself. A key of the catalogue. */
  dismiss?: string
  /** Red is kept for what cannot be undone. */
  irreversible?: boolean
  /** True as long as there is nothing to send. */
  disabled?: boolean
  maxWidth?: 'xs' | 'sm'
  defaults: FieldValues
  check?: (values: FieldValues) => Record<string, unknown>
  sending: Pick<Sending, 'submit' | 'failure' | 'pending'>
  /** What a refusal can be answered with besides trying again; it closes the dialog and keeps what was typed. */
  remedy?: Remedy
  children?: ReactNode
  /** Beside the buttons, at the left. */
  aside?: ReactNode
  /** Told of what is typed as it is typed, so that closing loses nothing. */
  onDraft?: (values: FieldValues) => void
  onClose: () => void
}

/** A form over the page it is about: a refusal stands at its field and above the buttons, and leaves what was typed. */
export function FormDialog({ id, title, says, defaults, check = nothingWrong, sending, ...rest }: Props) {
  const { confirm, dismiss = 'acts.cancel', irreversible, disabled, maxWidth } = rest
  const { remedy, children, aside, onDraft, onClose } = rest
  const { submit, failure, pending } = sending
  const t = useTranslate()
  return (
    <PlainDialog
      title={title}
      maxWidth={maxWidth}
      onClose={onClose}
      around={(inside) => (
        <Form
          id={id}
          record={{}}
          defaultValues={defaults}
          validate={check}
          onSubmit={submit}
          disableInvalidFormNotification
          noValidate
        >
          {inside}
          <FormKeys sends={!irreversible} />
          {onDraft && <KeepDraft onChange={onDraft} />}
        </Form>
      )}
      actions={
        <>
          {aside}
          <Button color="secondary" onClick={onClose}>
            {t(dismiss)}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={irreversible ? 'error' : 'primary'}
            disabled={disabled}
            aria-keyshortcuts={irreversible ? undefined : 'Control+Enter'}
            aria-busy={pending}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {says && <Typography color="textSecondary">{says}</Typography>}
      {children}
      <CardStatement />
      {failure !== null && <Refusal failure={failure} remedy={remedy} onClose={onClose} />}
    </PlainDialog>
  )
}

const nothingWrong = () => ({})

function Refusal({ failure, remedy, onClose }: { failure: unknown } & Pick<Props, 'remedy' | 'onClose'>) {
  const failureText = useFailureText()
  const place = useRef<HTMLDivElement>(null)
  // Below long fields nobody would see it.
  useEffect(() => {
    const content = place.current?.parentElement?.parentElement
    if (content && failure) content.scrollTop = content.scrollHeight
  }, [failure])
  function answer() {
    onClose()
    remedy?.onClick()
  }
  return (
    <Alert ref={place} severity="error">
      {failureText(failure)}
      {remedy && (
        <Box sx={{ mt: 2 }}>
          <Button color="inherit" variant="outlined" onClick={answer}>
            {remedy.label}
          </Button>
        </Box>
      )}
    </Alert>
  )
}
