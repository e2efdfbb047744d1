import { Alert, Box, Button, Typography } from '@mui/material'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import type { SettingKey } from '../../contract/settings.ts'
import { CardStatements } from '../acts/CardStatements.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { hasCode } from '../problem.ts'
import { useMay } from '../session/useMay.ts'
import { SettingStanding } from './SettingStanding.tsx'
import type { SettingDraft } from './useSettingDraft.ts'
import { useValueWords } from './useValueWords.ts'

export type OnDirty = (key: SettingKey, isDirty: boolean) => void
type Props = { draft: SettingDraft; onDirty: OnDirty; children: ReactNode }

/** One setting: what it is for, its fields, saving, and the versions it had. */
export function SettingCard({ draft, onDirty, children }: Props) {
  const t = useTranslate()
  const may = useMay()
  const failureText = useFailureText()
  const { opened, isDirty, isSaving, save, undo, state, failure, errors } = draft
  const form = useRef<HTMLFormElement>(null)
  const saveButton = useRef<HTMLButtonElement>(null)
  const { key } = opened
  useEffect(() => onDirty(key, isDirty), [onDirty, key, isDirty])
  // In a long form what is wrong may stand out of sight.
  useEffect(() => {
    if (errors !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  return (
    <CardSection title={t(`resources.settings.${key}.name`)}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Typography color="textSecondary" sx={{ mb: 4, maxWidth: 720 }}>
          {t(`resources.settings.${key}.says`)}
        </Typography>
        {children}
        <Box sx={{ '& > *': { mt: 4 } }}>
          <CardStatements
            errors={errors}
            onState={(last4) => {
              state(last4)
              saveButton.current?.focus()
            }}
          />
        </Box>
        {failure !== null && (
          <Alert severity={hasCode(failure, 'VERSION_CONFLICT') ? 'warning' : 'error'} sx={{ mt: 4 }}>
            {failureText(failure)}
            {hasCode(failure, 'VERSION_CONFLICT') && <Meanwhile draft={draft} />}
          </Alert>
        )}
        {may('settings', 'edit') && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 4 }}>
            <Button
              ref={saveButton}
              type="submit"
              variant="contained"
              disabled={!isDirty || isSaving}
              aria-busy={isSaving}
              sx={{ minHeight: { xs: 44, sm: 36 } }}
            >
              {t('resources.settings.save')}
            </Button>
            {isDirty && (
              <>
                <Button color="secondary" onClick={undo} sx={{ minHeight: { xs: 44, sm: 36 } }}>
                  {t('resources.settings.undo')}
                </Button>
                <Typography variant="caption" color="textSecondary">
                  {t('resources.settings.unsaved')}
                </Typography>
              </>
            )}
          </Box>
        )}
      </form>
      <SettingStanding setting={opened} />
    </CardSection>
  )
}

/** Where two changed the same field, what it says now stands beside what is kept. */
function Meanwhile({ draft: { both } }: { draft: SettingDraft }) {
  const t = useTranslate()
  const words = useValueWords()
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 5 }}>
      {both.length === 0 && <li>{t('resources.settings.conflict')}</li>}
      {both.map(({ field, theirs }) => (
        <li key={field}>
          {t('resources.settings.both', {
            field: t(`resources.settings.fields.${field}`),
            theirs: words(field, theirs),
          })}
        </li>
      ))}
    </Box>
  )
}
