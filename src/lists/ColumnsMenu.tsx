import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import { Button, Checkbox, FormControlLabel, FormGroup } from '@mui/material'
import { useEffect, useState } from 'react'
import { useResourceContext, useStore, useStoreContext, useTranslate, useTranslateLabel } from 'react-admin'
import { HangingPanel } from '../layout/HangingPanel.tsx'

export type Column = { source: string; label?: string }
type Props = { columns: readonly Column[]; hidden: readonly string[] }

/** Which columns a table shows; the browser remembers it. The first one leads to the record and stays. */
export function ColumnsMenu({ columns: all, hidden }: Props) {
  const [, ...columns] = all
  const t = useTranslate()
  const translateLabel = useTranslateLabel()
  const resource = useResourceContext()
  const [notShown, setNotShown] = useStore<string[]>(`${resource}.datatable`, [...hidden])
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isShown = (source: string) => !notShown.includes(source)
  useTellColumns(
    all.map(({ source }) => source),
    notShown,
  )

  function toggle(source: string) {
    setNotShown(isShown(source) ? [...notShown, source] : notShown.filter((each) => each !== source))
  }

  return (
    <>
      <Button
        size="small"
        color="secondary"
        startIcon={<ViewColumn />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minHeight: { xs: 44, sm: 36 } }}
      >
        {t('lists.columns')}
      </Button>
      <HangingPanel label={t('lists.columns')} anchor={anchor} side="right" onClose={() => setAnchor(null)}>
        <FormGroup sx={{ px: 4, py: 2 }}>
          {columns.map(({ source, label }, index) => (
            <FormControlLabel
              key={source}
              label={translateLabel({ source, resource, ...(label ? { label } : {}) })}
              control={
                <Checkbox
                  size="small"
                  autoFocus={index === 0}
                  checked={isShown(source)}
                  onChange={() => toggle(source)}
                />
              }
            />
          ))}
          <Button
            size="small"
            onClick={() => setNotShown([...hidden])}
            sx={{ mt: 1, alignSelf: 'flex-start' }}
          >
            {t('lists.columns_reset')}
          </Button>
        </FormGroup>
      </HangingPanel>
    </>
  )
}

/** Tells the views what stands in the table; in memory, as long as the page is open. */
function useTellColumns(all: readonly string[], notShown: readonly string[]) {
  const resource = useResourceContext()
  const store = useStoreContext()
  const told = JSON.stringify({ all, shown: all.filter((source) => !notShown.includes(source)) })
  useEffect(() => store.setItem(`${resource}.columns`, JSON.parse(told)), [store, resource, told])
}
