import { Box } from '@mui/material'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { policyNodes } from './policyNodes.ts'

type Props = { text: string; language: string }

/** A policy's text as the public page shows it, in the type of our screens. */
export function MarkdownText({ text, language }: Props) {
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => root.current?.replaceChildren(...policyNodes(text)), [text])
  useEffect(() => {
    const place = root.current
    place?.addEventListener('click', follow)
    return () => place?.removeEventListener('click', follow)
  }, [])
  return <Box ref={root} lang={language} dir="auto" sx={prose} />
}

/** A link in the text leads beside the screens, not away from what is being written. */
function follow(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const address = link?.getAttribute('href')
  if (!link || !address) return
  event.preventDefault()
  if (!address.startsWith('#')) window.open(link.href, '_blank', 'noopener')
  else if (event.currentTarget instanceof Element) {
    event.currentTarget
      .querySelector(`#${CSS.escape(decodeURIComponent(address.slice(1)))}`)
      ?.scrollIntoView()
  }
}

const prose = {
  maxWidth: '72ch',
  fontSize: 14,
  lineHeight: 1.6,
  overflowWrap: 'anywhere',
  '& > :first-of-type': { mt: 0 },
  '& h2': { fontSize: 20, lineHeight: 1.3, fontWeight: 600, mt: 6, mb: 2 },
  '& h3': { fontSize: 16, lineHeight: 1.4, fontWeight: 600, mt: 5, mb: 2 },
  '& h4, & h5, & h6': { fontSize: 14, fontWeight: 600, mt: 4, mb: 2 },
  '& p, & ul, & ol, & table, & pre, & blockquote': { mt: 0, mb: 3 },
  '& ul, & ol': { pl: 6 },
  '& li': { mb: 1 },
  '& a': { color: 'primary.main' },
  '& hr': { border: 0, borderTop: 1, borderColor: 'divider', my: 5 },
  '& blockquote': { ml: 0, mr: 0, pl: 4, borderLeft: 3, borderColor: 'divider', color: 'text.secondary' },
  '& code': { fontFamily: 'ui-monospace, monospace', fontSize: 13 },
  '& pre': { whiteSpace: 'pre-wrap', bgcolor: 'canvas', p: 3, borderRadius: 1 },
  '& table': { borderCollapse: 'collapse', width: '100%' },
  '& th, & td': { border: 1, borderColor: 'divider', px: 2, py: 1, textAlign: 'left', verticalAlign: 'top' },
  '& [align="center"]': { textAlign: 'center' },
  '& [align="right"]': { textAlign: 'right' },
} as const
