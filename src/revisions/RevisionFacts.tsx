import { useTranslate } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { permanentAddress } from './addresses.ts'
import { HashText } from './HashText.tsx'
import { PublicLink } from './PublicLink.tsx'

/** Who posted it, when it bound, and how anybody can prove what it said. */
export function RevisionFacts({ revision, publicPath }: { revision: Revision; publicPath: string }) {
  const t = useTranslate()
  const field = (name: string) => t(`resources.revisions.fields.${name}`)
  const { state, number, publishedBy, createdBy, editors, changeKind, origin } = revision
  const isPosted = state === 'published' && number !== null
  return (
    <CardSection title={t('resources.revisions.facts')}>
      <Facts>
        {isPosted && (
          <>
            <Fact label={field('from')}>
              <InstantField value={revision.effectiveAt} />
            </Fact>
            <Fact label={field('until')}>
              {revision.supersededAt ? (
                <InstantField value={revision.supersededAt} />
              ) : (
                t(
                  revision.coming
                    ? 'resources.revisions.review.followed_by_none'
                    : 'resources.revisions.still',
                )
              )}
            </Fact>
            {publishedBy && <Fact label={field('publishedBy')}>{publishedBy.name}</Fact>}
          </>
        )}
        {!isPosted && createdBy && <Fact label={field('createdBy')}>{createdBy.name}</Fact>}
        {editors.length > 0 && (
          <Fact label={field('editors')}>{editors.map(({ name }) => name).join(', ')}</Fact>
        )}
        {!isPosted && (
          <Fact label={field('updatedAt')}>
            <InstantField value={revision.updatedAt} />
          </Fact>
        )}
        {revision.discardReason && <Fact label={field('discardReason')}>{revision.discardReason}</Fact>}
        <Fact label={field('changeKind')}>{t(`choices.changeKind.${changeKind}`)}</Fact>
        {isPosted && (
          <Fact label={field('permanent')}>
            <PublicLink path={permanentAddress(publicPath, number)} />
          </Fact>
        )}
        <Fact label={field('contentSha256')}>
          <HashText value={revision.contentSha256} />
        </Fact>
        {origin === 'imported' && <Fact label="">{field('imported')}</Fact>}
      </Facts>
    </CardSection>
  )
}
