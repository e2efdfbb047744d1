import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { deviationText } from '../../contract/deviations.ts'
import { NoteInput } from '../acts/NoteInput.tsx'
import { MarkdownText } from '../revisions/MarkdownText.tsx'

type Props = { source: string; label: string; language: string }

/** What everybody reads, with how it will look to them below it. */
export function DeviationTextInput({ source, label, language }: Props) {
  const t = useTranslate()
  const typed: unknown = useWatch({ name: source })
  const shown = deviationText.safeParse(typed)
  return (
    <>
      <NoteInput source={source} label={label} help="resources.deviations.text_help" minRows={4} />
      {shown.success && (
        <Box
          role="region"
          aria-label={t('resources.deviations.preview')}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 4, pt: 2 }}
        >
          <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mb: 1 }}>
            {t('resources.deviations.preview')}
          </Typography>
          <MarkdownText text={shown.data} language={language} />
        </Box>
      )}
    </>
  )
}
