import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useEffect, useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import type { Disclosure } from '../../contract/disclosures.ts'
import { changedFields } from '../changedFields.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { whole } from '../layout/RecordPage.tsx'
import { bodyOf, valuesOf } from './formValues.ts'
import { useValueWords } from './useValueWords.ts'

type Props = {
  base: Disclosure
  /** The version that stands now, as the refusal said. */
  version: unknown
  onBase: (fresh: Disclosure) => void
}

/** Somebody else saved first: both versions side by side, and a way to go on with one's own words kept. */
export function ChangedMeanwhile({ base, version, onBase }: Props) {
  const t = useTranslate()
  const say = useValueWords()
  const provider = useDataProvider<StewardProvider>()
  const { getValues, reset } = useFormContext()
  const [fresh, setFresh] = useState<Disclosure | null>(null)
  useEffect(() => {
    if (version === base.version) return
    let isWanted = true
    void provider.getOne<Disclosure>('disclosures', { id: base.id, meta: whole }).then(({ data }) => {
      if (isWanted) setFresh(data)
    })
    return () => {
      isWanted = false
    }
  }, [provider, base.id, base.version, version])
  if (!fresh || fresh.version === base.version) return null

  const mine = bodyOf(getValues())
  const theirs = bodyOf(valuesOf(fresh))
  const fields = Object.keys(changedFields(bodyOf(valuesOf(base)), theirs))
  return (
    <Box sx={{ flexBasis: '100%', minWidth: 0, overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('resources.disclosures.conflict.field')}</TableCell>
            <TableCell>{t('resources.disclosures.conflict.theirs')}</TableCell>
            <TableCell>{t('resources.disclosures.conflict.mine')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row">
                {t(`resources.disclosures.fields.${field}`)}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{say(field, theirs[field])}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{say(field, mine[field])}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Button
        variant="outlined"
        sx={{ mt: 3 }}
        onClick={() => {
          reset(valuesOf(fresh), { keepDirtyValues: true })
          onBase(fresh)
        }}
      >
        {t('resources.disclosures.conflict.take_over')}
      </Button>
    </Box>
  )
}
