import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { StateChip } from '../../fields/StateChip.tsx'
import { SubjectName } from '../SubjectName.tsx'
import { DecidedScope } from './DecidedScope.tsx'

/** Exactly what is decided on: people × kinds of data × days, with the fingerprint that binds the decision to it. */
export function ScopeList({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { subjects, scopeHash } = disclosure
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Box
        component="ul"
        aria-label={t('resources.disclosures.scope_list')}
        sx={{ listStyle: 'none', m: 0, p: 0 }}
      >
        {subjects.map((subject) => (
          <Box
            component="li"
            key={subject.id}
            sx={{ px: 4, py: 3, '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' } }}
          >
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, mb: 1 }}>
              <Box sx={{ minWidth: 0 }}>
                <SubjectName subject={subject} plain />
              </Box>
              <StateChip kind="subject" state={subject.decision} />
            </Box>
            <DecidedScope subject={subject} request={disclosure} />
          </Box>
        ))}
      </Box>
      {scopeHash && (
        <Typography
          variant="caption"
          color="textSecondary"
          component="p"
          className="tabular"
          sx={{ m: 0, px: 4, py: 2, borderTop: 1, borderColor: 'divider' }}
        >
          {t('resources.disclosures.fingerprint', { fingerprint: scopeHash.slice(0, 12) })}
        </Typography>
      )}
    </Box>
  )
}
