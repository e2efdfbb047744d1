import { Box, Card, Tab, Tabs, Typography, useMediaQuery } from '@mui/material'
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { problemOf } from '../problem.ts'
import { Preview } from './Preview.tsx'
import { TextArea } from './TextArea.tsx'
import type { Draft } from './useDraft.ts'

const pauseInTyping = 300
/** A long text takes a while to render: typing has nine tenths of the time. */
const share = 10
const longest = 2000

/** Text left, preview right; one behind the other where it is narrow. */
export function TextEditor({ draft, language }: { draft: Draft; language: string }) {
  const t = useTranslate()
  const id = useId()
  const isNarrow = useMediaQuery('(max-width:899.95px)')
  const [tab, setTab] = useState<'text' | 'preview'>('text')
  const { typed, type, failure, edition } = draft
  const [shown, setShown] = useState(typed.current.body)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const took = useRef<number | null>(null)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => setShown(edition.words.body), [edition])
  const measure = useCallback((milliseconds: number) => {
    // The first one also reads the code in.
    took.current = took.current === null ? 0 : milliseconds
  }, [])

  function write(body: string) {
    type({ body })
    clearTimeout(timer.current)
    const pause = Math.min(longest, Math.max(pauseInTyping, share * (took.current ?? 0)))
    timer.current = setTimeout(() => setShown(typed.current.body), pause)
  }

  const message = problemOf(failure)?.errors.body
  const isShown = (side: typeof tab) => !isNarrow || tab === side
  return (
    <Card sx={{ mb: 4 }}>
      {isNarrow && (
        <Tabs
          value={tab}
          onChange={(_, next: typeof tab) => setTab(next)}
          aria-label={t('resources.revisions.view')}
          variant="fullWidth"
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          <Tab value="text" label={t('resources.revisions.text')} />
          <Tab value="preview" label={t('resources.revisions.preview')} />
        </Tabs>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          height: { xs: 'max(360px, 100dvh - 360px)', md: 'max(420px, 100dvh - 260px)' },
        }}
      >
        <Side isShown={isShown('text')} label={isNarrow ? null : t('resources.revisions.text')} labelId={id}>
          <TextArea
            edition={edition}
            language={language}
            label={t('resources.revisions.text')}
            message={typeof message === 'string' ? message : null}
            onWrite={write}
          />
        </Side>
        <Side
          isShown={isShown('preview')}
          label={isNarrow ? null : t('resources.revisions.preview')}
          labelId={`${id}-preview`}
          divided
        >
          <Preview text={shown} language={language} onRendered={measure} />
        </Side>
      </Box>
    </Card>
  )
}

type SideProps = {
  isShown: boolean
  label: string | null
  labelId: string
  divided?: boolean
  children: ReactNode
}

function Side({ isShown, label, labelId, divided = false, children }: SideProps) {
  return (
    <Box
      sx={{
        display: isShown ? 'flex' : 'none',
        flexDirection: 'column',
        minHeight: 0,
        borderLeft: { md: divided ? 1 : 0 },
        borderColor: { md: 'divider' },
      }}
    >
      {label && (
        <Typography
          id={labelId}
          variant="h3"
          component="h2"
          sx={{ px: 4, py: 2, borderBottom: 1, borderColor: 'divider' }}
        >
          {label}
        </Typography>
      )}
      {children}
    </Box>
  )
}
