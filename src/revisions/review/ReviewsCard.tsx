import { Box, List, ListItem, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import { CardSection } from '../../fields/CardSection.tsx'
import { InstantField } from '../../fields/InstantField.tsx'

/** What was said about a text in review, the latest first. */
export function ReviewsCard({ revision: { reviews } }: { revision: Revision }) {
  const t = useTranslate()
  if (reviews.length === 0) return null
  return (
    <CardSection title={t('resources.revisions.review.name')} flush>
      <List disablePadding>
        {reviews.map(({ act, by, at, comments }) => (
          <ListItem
            key={`${at} ${act}`}
            sx={{
              display: 'block',
              py: 3,
              '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
            }}
          >
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
              <span>
                <strong>
                  <bdi>{by.name}</bdi>
                </strong>{' '}
                {t(`resources.revisions.review.did.${act}`)}
              </span>
              <Typography color="textSecondary" component="span">
                <InstantField value={at} />
              </Typography>
            </Box>
            {comments && (
              <Typography component="div" sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                <bdi>{comments}</bdi>
              </Typography>
            )}
          </ListItem>
        ))}
      </List>
    </CardSection>
  )
}
