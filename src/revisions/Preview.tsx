import { Box, Typography } from '@mui/material'
import { memo, useLayoutEffect } from 'react'
import { useTranslate } from 'react-admin'
import { policyText } from '../../contract/revisions.ts'
import { formatLocale } from '../i18n/formatLocale.ts'
import { MarkdownText } from './MarkdownText.tsx'

type Props = { text: string; language: string; onRendered: (milliseconds: number) => void }

/** What the public page will show, or why it could not be published like this. A long text takes a while: drawn anew only with another one. */
export const Preview = memo(function Preview({ text, language, onRendered }: Props) {
  const t = useTranslate()
  const start = performance.now()
  useLayoutEffect(() => onRendered(performance.now() - start))
  const { error } = policyText.safeParse(text)
  const isEmpty = text.trim() === ''
  const size = (new TextEncoder().encode(text).length / 1024).toLocaleString(formatLocale, {
    maximumFractionDigits: 1,
  })
  return (
    <>
      <Box
        role="region"
        aria-label={t('resources.revisions.preview')}
        tabIndex={0}
        sx={{ flex: 1, overflowY: 'auto', p: 4, '&:focus-visible': { outlineOffset: -2 } }}
      >
        {isEmpty && <Typography color="textSecondary">{t('resources.revisions.preview_empty')}</Typography>}
        {!isEmpty && error && (
          <Typography color="textSecondary">
            {t('resources.revisions.preview_waits', { why: error.issues[0]?.message })}
          </Typography>
        )}
        {!error && <MarkdownText text={text} language={language} />}
      </Box>
      <Typography
        variant="caption"
        color="textSecondary"
        className="tabular"
        component="p"
        sx={{ m: 0, px: 4, py: 1, borderTop: 1, borderColor: 'divider', textAlign: 'right' }}
      >
        {t('resources.revisions.size', { size })}
      </Typography>
    </>
  )
})
