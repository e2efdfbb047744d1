import { useTranslate } from 'react-admin'
import { type Purchase, paymentMethodLabels } from '../../contract/purchases.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { Fact, Facts } from '../fields/Facts.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'

export function OrderCard({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const field = (name: string) => t(`resources.purchases.fields.${name}`)
  const { number, placedAt, finalAt, openMatter, paymentMethodLabel, gatewayReference, externalId, source } =
    purchase
  const paidBy = paymentMethodLabels.find((label) => label === paymentMethodLabel)
  return (
    <CardSection title={t('resources.purchases.order')}>
      <Facts wide>
        <Fact label={field('number')}>
          <bdi className="tabular">{number}</bdi>
        </Fact>
        <Fact label={field('placedAt')}>
          <InstantField value={placedAt} />
        </Fact>
        <Fact label={field('finalAt')}>
          <InstantField value={finalAt} />
        </Fact>
        <Fact label={field('openMatter')}>{t(`states.matter.${openMatter}`)}</Fact>
        <Fact label={field('paymentMethodLabel')}>
          {paidBy ? t(`choices.paymentMethod.${paidBy}`) : (paymentMethodLabel ?? <Nothing />)}
        </Fact>
        {gatewayReference && (
          <Fact label={field('gatewayReference')}>
            <bdi className="tabular">{gatewayReference}</bdi>
          </Fact>
        )}
        {externalId && (
          <Fact label={field('externalId')}>
            <bdi className="tabular">{[externalId, source].filter(Boolean).join(' · ')}</bdi>
          </Fact>
        )}
      </Facts>
    </CardSection>
  )
}
