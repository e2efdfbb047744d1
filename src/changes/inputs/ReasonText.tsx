import { Button, Stack } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { NoteInput } from '../../acts/NoteInput.tsx'

const usual = ['called', 'wrote', 'typing_error'] as const

type Props = {
  /** The reasons that are offered. */
  offered?: readonly (typeof usual)[number][]
}

/** Why, in the words of whoever changes it; the usual reasons are one key away. */
export function ReasonText({ offered = usual }: Props) {
  const t = useTranslate()
  const { setValue, setFocus } = useFormContext()
  const said = useWatch({ name: 'reason' })
  return (
    <div>
      <NoteInput source="reason" label="acts.reason" minRows={2} />
      {!said && (
        <Stack direction="row" sx={{ gap: 2, mt: 2, flexWrap: 'wrap' }}>
          {offered.map((reason) => (
            <Button
              key={reason}
              size="small"
              variant="outlined"
              color="secondary"
              onClick={() => {
                const words = t(`changes.reasons.${reason}`)
                setValue('reason', words, { shouldDirty: true, shouldValidate: true })
                // The buttons go once a reason stands there.
                setFocus('reason')
              }}
            >
              {t(`changes.reasons.${reason}`)}
            </Button>
          ))}
        </Stack>
      )}
    </div>
  )
}
