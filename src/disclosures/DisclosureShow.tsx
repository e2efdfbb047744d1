import { Alert, Box, Card, Stack, useMediaQuery } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Disclosure } from '../../contract/disclosures.ts'
import { EventPanel } from '../events/EventPanel.tsx'
import { CopyButton } from '../fields/CopyButton.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns, RecordPage } from '../layout/RecordPage.tsx'
import { PromisesCard } from '../policies/PromisesCard.tsx'
import { useMay } from '../session/useMay.ts'
import { VerifyButton } from './acts/VerifyButton.tsx'
import { Bands } from './cards/Bands.tsx'
import { DecisionsCard } from './cards/DecisionsCard.tsx'
import { HandlingCard } from './cards/HandlingCard.tsx'
import { NextStepCard } from './cards/NextStepCard.tsx'
import { PathBar } from './cards/PathBar.tsx'
import { ProcessCard } from './cards/ProcessCard.tsx'
import { RequesterCard } from './cards/RequesterCard.tsx'
import { ScopeCard } from './cards/ScopeCard.tsx'
import { SubjectCards } from './cards/SubjectCards.tsx'
import { VerificationCard } from './cards/VerificationCard.tsx'
import type { Decisions } from './decisions.ts'
import { NextActs } from './NextActs.tsx'
import { nextStep } from './nextStep.ts'
import { useRequestName } from './useRequestName.ts'

export const DisclosureShow = () => (
  <RecordPage<Disclosure> noun="disclosures">
    {(disclosure) => <RequestPage key={disclosure.id} disclosure={disclosure} />}
  </RecordPage>
)

function RequestPage({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const may = useMay()
  const nameOf = useRequestName()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  const [decisions, setDecisions] = useState<Decisions>({})
  const step = nextStep(disclosure)
  const { id, reference, state, version, verification, receivedAt } = disclosure
  // Who may not touch a request sees less of it; what they do not see is simply not there.
  const isOversight = !may('disclosures', 'edit')
  const acts = {
    disclosure,
    primary: step.refusal === null ? step.verbs[0] : undefined,
    decisions,
    onDecisions: setDecisions,
  }
  // On a phone the verb that is next sticks to the bottom, under the thumb; it stands in one place only.
  const [inBar, inCard] = isNarrow ? [step.verbs.slice(0, 1), step.verbs.slice(1)] : [[], step.verbs]

  return (
    <>
      <PageHeader
        title={nameOf(disclosure)}
        parent={{ to: '/disclosures', label: t('resources.disclosures.name', { smart_count: 2 }) }}
        beside={
          <>
            {reference && <CopyButton value={reference} />}
            <StateChip kind="disclosure" state={state} />
          </>
        }
        below={<Summary disclosure={disclosure} />}
        actions={inBar.length > 0 ? <NextActs {...acts} verbs={inBar} /> : undefined}
      />
      <Stack spacing={4} sx={{ mb: 4 }}>
        <Bands disclosure={disclosure} />
        <Card sx={{ px: 4, py: 3 }}>
          <PathBar state={state} />
        </Card>
      </Stack>
      <RecordColumns
        side={
          <>
            <VerificationCard
              verification={verification}
              action={
                disclosure.acts.verify === null && !step.verbs.includes('verify') ? (
                  <Box sx={{ mt: 2, ml: -3 }}>
                    <VerifyButton disclosure={disclosure} variant="text" />
                  </Box>
                ) : undefined
              }
            />
            <DecisionsCard id={id} version={version} />
            {receivedAt && <PromisesCard at={receivedAt} />}
            <EventPanel noun="disclosures" recordId={id} />
          </>
        }
      >
        <NextStepCard disclosure={disclosure} step={step}>
          {inCard.length > 0 && <NextActs {...acts} verbs={inCard} />}
        </NextStepCard>
        {isOversight ? (
          <Alert severity="info">{t('resources.disclosures.oversight')}</Alert>
        ) : (
          <>
            <SubjectCards disclosure={disclosure} decisions={decisions} onDecisions={setDecisions} />
            <ScopeCard disclosure={disclosure} />
          </>
        )}
        <RequesterCard disclosure={disclosure} />
        <ProcessCard disclosure={disclosure} />
        <HandlingCard disclosure={disclosure} />
      </RecordColumns>
    </>
  )
}

function Summary({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { agencyName, legalProcess, agencyCaseNumber } = disclosure
  const parts = [agencyName, legalProcess && t(`choices.legalProcess.${legalProcess}`), agencyCaseNumber]
  return <bdi>{parts.filter(Boolean).join(' · ')}</bdi>
}
