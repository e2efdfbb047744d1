import {
  Box,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useTranslate } from 'react-admin'
import type { Theirs } from '../../contract/changes.ts'
import { isMasked } from './fieldsOf.ts'
import type { Choice } from './meanwhile.ts'
import { TheirChange } from './TheirChange.tsx'
import { useFieldName } from './useFieldName.ts'
import { useIsMine } from './useIsMine.ts'
import { ValueWord } from './ValueWord.tsx'

type Props = {
  noun: string
  theirs: Theirs
  /** What was typed here; null takes the value away. */
  mine: string | null
  choice: Choice | undefined
  isMissing: boolean
  /** What was typed to take the place of both, and the form that is sent with Enter, where that can be done. */
  other?: { typed: string; form: string; onTyped: (typed: string) => void } | undefined
  onChoice: (choice: Choice) => void
}

/** A field that two people changed: theirs, mine, or something that takes in both. */
export function DisputedField({ noun, theirs, mine, choice, isMissing, other, onChoice }: Props) {
  const t = useTranslate()
  const id = useId()
  const nameOf = useFieldName(noun)
  const whose = useIsMine()(theirs) ? '_own' : ''
  const { field, before, after } = theirs
  const isOpen = other && field !== 'kind' && field !== 'country' && !field.endsWith('Id')
  return (
    <FormControl component="fieldset" error={isMissing} fullWidth>
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 600, color: 'text.primary' }}>
        {nameOf(field)}
      </FormLabel>
      <FormHelperText sx={{ mx: 0, mt: 0 }}>
        {t('changes.was')} <ValueWord noun={noun} field={field} value={before} />
      </FormHelperText>
      <RadioGroup
        aria-labelledby={id}
        name={field}
        value={choice ?? ''}
        onChange={(_, next) => onChoice(next === 'mine' || next === 'theirs' ? next : 'other')}
      >
        <Way value="theirs" label={t(`changes.theirs${whose}`)}>
          <ValueWord noun={noun} field={field} value={after} />
          <TheirChange change={theirs} />
        </Way>
        <Way value="mine" label={t(`changes.mine${whose}`)}>
          {mine === null || mine === '' ? t('changes.taken_away') : <Mine {...{ noun, field, mine }} />}
        </Way>
        {isOpen && <Way value="other" label={t('changes.other')} />}
      </RadioGroup>
      {other && choice === 'other' && (
        <TextField
          value={other.typed}
          onChange={(event) => other.onTyped(event.target.value)}
          label={t('changes.other_of', { field: nameOf(field) })}
          autoFocus
          autoComplete="off"
          slotProps={{ htmlInput: { form: other.form } }}
          sx={{ ml: { xs: 0, sm: 8 }, mt: 1 }}
        />
      )}
      {isMissing && (
        <FormHelperText role="alert" sx={{ mx: 0 }}>
          {t(`changes.decide${other ? '' : '_one'}${whose}`)}
        </FormHelperText>
      )}
    </FormControl>
  )
}

type MineProps = { noun: string; field: string; mine: string }

/** One's own words are shown as they were typed, behind no mask. */
const Mine = ({ noun, field, mine }: MineProps) =>
  isMasked(field) ? <bdi>{mine}</bdi> : <ValueWord noun={noun} field={field} value={mine} />

type WayProps = { value: Choice; label: string; children?: ReactNode }

const Way = ({ value, label, children }: WayProps) => (
  <FormControlLabel
    value={value}
    control={<Radio size="small" sx={{ py: 1.5 }} />}
    label={
      <Box sx={{ py: 2, display: 'flex', gap: 2, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ color: 'text.secondary', minWidth: 88, flexShrink: 0 }}>
          {label}
        </Box>
        {children && <Box sx={{ minWidth: 0, fontWeight: 500 }}>{children}</Box>}
      </Box>
    }
    sx={{ alignItems: 'flex-start', minHeight: { xs: 44, sm: 32 }, mr: 0 }}
  />
)
