import { Box, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useTranslate } from 'react-admin'
import type { MergePart } from '../../../contract/comparison/merge.ts'
import { both } from '../../../contract/comparison/mergedText.ts'
import { ChangedText } from './ChangedText.tsx'
import { type Choice, choices, type Decision } from './decisions.ts'
import type { SideNames } from './sideNames.ts'

type Props = {
  part: MergePart
  number: number
  all: number
  names: SideNames
  language: string
  decision: Decision | undefined
  onDecide: (decision: Decision) => void
}

/** A paragraph that both wrote in: what it was, theirs, mine, and which of them is to stand. */
export function ConflictPart({ part, number, all, names, language, decision, onDecide }: Props) {
  const t = useTranslate()
  const say = (key: string, values = {}) => t(`resources.revisions.merge.${key}`, values)
  const id = useId()
  const { base, theirs, mine } = part
  const own = decision?.own ?? both(part).trim()

  function choose(choice: Choice) {
    onDecide({ choice, own })
  }

  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: decision ? 'success.main' : 'warning.main', borderRadius: 1 }}
    >
      <Typography
        id={id}
        variant="subtitle2"
        component="h3"
        sx={{
          px: 3,
          py: 1,
          bgcolor: decision ? 'success.light' : 'warning.light',
          borderRadius: '7px 7px 0 0',
        }}
      >
        {say('question', { number, all })}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { md: 'repeat(3, minmax(0, 1fr))' } }}>
        <Side name={names.began}>
          <ChangedText older={base} newer={base} language={language} />
        </Side>
        <Side name={names.theirs}>
          <ChangedText older={base} newer={theirs} language={language} />
        </Side>
        <Side name={names.mine}>
          <ChangedText older={base} newer={mine} language={language} />
        </Side>
      </Box>
      <RadioGroup
        row
        aria-labelledby={id}
        value={decision?.choice ?? ''}
        onChange={(_, value) => {
          const choice = choices.find((each) => each === value)
          if (choice) choose(choice)
        }}
        sx={{ px: 3, py: 1, borderTop: 1, borderColor: 'divider' }}
      >
        {choices.map((choice) => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio size="small" />}
            label={say(`choices.${choice}`, { theirs: names.theirs, mine: names.mine })}
          />
        ))}
      </RadioGroup>
      {decision?.choice === 'own' && (
        <Box sx={{ px: 3, pb: 3 }}>
          <TextField
            label={say('own')}
            value={own}
            onChange={({ target }) => onDecide({ choice: 'own', own: target.value })}
            multiline
            minRows={3}
            maxRows={16}
            fullWidth
            slotProps={{ htmlInput: { lang: language, dir: 'auto', spellCheck: true } }}
          />
        </Box>
      )}
    </Box>
  )
}

function Side({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box
      sx={{
        minWidth: 0,
        '& + &': {
          borderLeft: { md: 1 },
          borderTop: { xs: 1, md: 0 },
          borderColor: { xs: 'divider', md: 'divider' },
        },
      }}
    >
      <Typography variant="caption" color="textSecondary" component="h4" sx={{ px: 3, pt: 2, m: 0 }}>
        <bdi>{name}</bdi>
      </Typography>
      {children}
    </Box>
  )
}
