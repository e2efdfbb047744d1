import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack } from '@mui/material'
import { useEffect, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { changeKinds } from '../../contract/revisions.ts'
import { problemOf } from '../problem.ts'
import { SummaryField } from './SummaryField.tsx'
import type { Draft } from './useDraft.ts'

/** What the manager who publishes will be asked for; whoever writes the text knows it best. */
export function ForPublishing({ draft: { typed, type, failure, edition } }: { draft: Draft }) {
  const t = useTranslate()
  const id = useId()
  const [words, setWords] = useState(typed.current)
  useEffect(() => setWords(edition.words), [edition])
  const message = problemOf(failure)?.errors.changeSummary

  function change(changed: Partial<typeof words>) {
    type(changed)
    setWords({ ...words, ...changed })
  }

  return (
    <Stack spacing={4}>
      <SummaryField
        value={words.changeSummary ?? ''}
        onChange={(summary) => change({ changeSummary: summary === '' ? null : summary })}
        help={t('resources.revisions.summary_later')}
        message={typeof message === 'string' && message}
      />
      <FormControl component="fieldset">
        <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
          {t('resources.revisions.kind')}
        </FormLabel>
        <RadioGroup row aria-labelledby={id} value={words.changeKind}>
          {changeKinds.toReversed().map((kind) => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" onChange={() => change({ changeKind: kind })} />}
              label={t(`choices.changeKind.${kind}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
    </Stack>
  )
}
