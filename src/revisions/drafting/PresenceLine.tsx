import EditOutlined from '@mui/icons-material/EditOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Attendance } from '../../../contract/revisions.ts'

/** Who else has the draft open, or writes in it right now. */
export function PresenceLine({ others }: { others: Attendance['others'] }) {
  const t = useTranslate()
  return (
    <Box role="status" sx={{ mb: others.length > 0 ? 3 : 0 }}>
      {others.map(({ id, name, isTyping, isMe }) => {
        const Icon = isTyping ? EditOutlined : VisibilityOutlined
        const said = isMe ? 'my_other_page' : isTyping ? 'is_editing' : 'has_open'
        return (
          <Box
            key={id}
            sx={{ display: 'flex', gap: 2, alignItems: 'center', color: 'warning.main', fontWeight: 500 }}
          >
            <Icon fontSize="small" aria-hidden />
            <bdi>{t(`resources.revisions.drafting.${said}`, { name })}</bdi>
          </Box>
        )
      })}
    </Box>
  )
}
