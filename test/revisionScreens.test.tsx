// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AdminContext, Notification, TestMemoryRouter } from 'react-admin'
import { Route, Routes } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { errorText } from '../contract/errors.ts'
import { renderMarkdown } from '../contract/markdown.ts'
import type { Role } from '../contract/permissions.ts'
import { Policy } from '../contract/policies.ts'
import { Revision } from '../contract/revisions.ts'
import { i18nProvider } from '../src/i18n/i18nProvider.ts'
import { newKey } from '../src/idempotencyKey.ts'
import { DraftEdit } from '../src/revisions/DraftEdit.tsx'
import { RevisionCompare } from '../src/revisions/RevisionCompare.tsx'
import { lightTheme } from '../src/theme.ts'
import { everyLint } from './support/policies.ts'
import { testScreens } from './support/screens.ts'

let screens: Awaited<ReturnType<typeof testScreens>>
let count = 0
let policy: Policy
const contact = 'privacy@shop.example'
const summary = 'Says how long we keep what you order.'

beforeAll(async () => {
  screens = await testScreens()
})
afterAll(() => screens.close())
afterEach(() => cleanup())
beforeEach(async () => {
  await screens.signIn('manager')
  count += 1
  const key = `policy_${count}`
  policy = Policy.parse(
    (
      await screens.dataProvider.create('policies', {
        data: { key, title: 'Privacy', contactEmail: contact },
      })
    ).data,
  )
})

async function start(body: string): Promise<Revision> {
  const { data } = await screens.dataProvider.create('revisions', { data: { policyId: policy.id, body } })
  return Revision.parse(data)
}

const read = async (id: string) =>
  Revision.parse((await screens.dataProvider.getOne('revisions', { id })).data)

/** What a colleague saves while the page is open. */
async function saveMeanwhile(id: string, changes: Partial<Revision>) {
  const previousData = await read(id)
  await screens.dataProvider.update('revisions', { id, data: { ...previousData, ...changes }, previousData })
}

async function post(body: string): Promise<Revision> {
  const { id, version, contentSha256 } = await start(body)
  const data = { version, reviewedSha256: contentSha256, changeSummary: summary, overrides: everyLint }
  await screens.dataProvider.act('revisions', { id, verb: 'publish', data, idempotencyKey: newKey() })
  return read(id)
}

async function open(path: string, role: Role = 'manager') {
  if (role !== 'manager') await screens.signIn(role)
  const { dataProvider, authProvider } = screens
  render(
    <TestMemoryRouter initialEntries={[path]}>
      <AdminContext {...{ dataProvider, authProvider, i18nProvider, lightTheme }}>
        <Routes>
          <Route path="/revisions/:id" element={<DraftEdit />} />
          <Route path="/revisions/:id/compare" element={<RevisionCompare />} />
          <Route path="*" element={<p>Another page</p>} />
        </Routes>
        <Notification />
      </AdminContext>
    </TestMemoryRouter>,
  )
  return userEvent.setup()
}

/** HTML as a browser writes it down, for comparing with what stands in the page. */
function parsed(html: string): string {
  const place = document.createElement('div')
  place.innerHTML = html
  return place.innerHTML
}

it('the preview shows what the public page will show, and nothing that was typed as HTML', async () => {
  const { id } = await start('# Ours')
  const user = await open(`/revisions/${id}`)
  const area = await screen.findByRole('textbox', { name: 'Text' })
  const text =
    '# Your rights\n\n<img src=x onerror=alert(1)> [no](javascript:alert(1)) [yes](/terms)\n\n| a | b |\n|---|---|\n| 1 | *2* |\n'
  await user.clear(area)
  await user.click(area)
  await user.paste(text)
  const preview = screen.getByRole('region', { name: 'Preview' })
  await within(preview).findByRole('heading', { name: 'Your rights' })
  expect(preview.firstElementChild?.innerHTML).toBe(parsed(renderMarkdown(text)))
  expect(preview.querySelector('img, script, [href^="javascript"]')).toBeNull()
})

it('saving sends only what changed, with the version that the typist began with', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  await user.click(await screen.findByRole('textbox', { name: 'Text' }))
  await user.keyboard('{Control>}{End}{/Control}')
  await user.paste(' And another.')
  screens.seen.length = 0
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await read(id)).version).toBe(2))
  const put = screens.seen.find(({ method }) => method === 'PUT')
  await expect(put?.json()).resolves.toEqual({ version: 1, body: 'One sentence. And another.' })
})

it('when a colleague saved first, my words stay, theirs are shown, and what I did not touch is theirs', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  await user.click(await screen.findByRole('textbox', { name: 'Text' }))
  await user.paste('Mine. ')
  await saveMeanwhile(id, { body: 'One sentence. Theirs.', changeSummary: summary })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Compare with what was saved' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(/Theirs/)).toHaveProperty('tagName', 'DEL')
  await user.click(within(dialog).getByRole('button', { name: 'Save mine over it' }))
  await waitFor(async () => expect(await read(id)).toMatchObject({ version: 3, changeSummary: summary }))
  expect((await read(id)).body).toContain('Mine.')
})

it('leaving with unsaved words asks, and staying keeps them', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  const area = await screen.findByRole('textbox', { name: 'Text' })
  await user.click(area)
  await user.paste('Mine. ')
  await user.click(screen.getByRole('link', { name: 'Privacy' }))
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(area).toHaveValue('One sentence.Mine. ')
})

async function openPublish(id: string) {
  const user = await open(`/revisions/${id}/compare`)
  const button = await screen.findByRole('button', { name: 'Publish' })
  await waitFor(() => expect(button).toBeEnabled())
  await user.click(button)
  return { user, dialog: await screen.findByRole('dialog') }
}

it('the dialog says what changes and that it cannot be taken back, and Enter alone does not publish', async () => {
  await post('We keep it.')
  const { id } = await start('We keep it for two years.')
  const { user, dialog } = await openPublish(id)
  expect(dialog).toHaveTextContent('It cannot be taken back, only replaced.')
  expect(dialog).toHaveTextContent('3 words added; takes effect at once.')
  await user.keyboard('{Enter}{Enter}')
  expect(dialog).toBeVisible()
  expect((await read(id)).state).toBe('draft')
})

it('a text saved after the comparison is not published, and the summary is kept for the new comparison', async () => {
  await post(`We keep it. ${contact}`)
  const { id } = await start(`We keep it for two years. ${contact}`)
  const { user, dialog } = await openPublish(id)
  await user.click(within(dialog).getByRole('textbox', { name: /^What changed/ }))
  await user.paste(summary)
  await saveMeanwhile(id, { body: `We keep it for ever. ${contact}` })
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(errorText('REVIEWED_TEXT_DIFFERS'))

  await user.click(within(dialog).getByRole('button', { name: 'Look at the new comparison' }))
  expect(await screen.findByText(/for ever/)).toHaveProperty('tagName', 'INS')
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  const again = await screen.findByRole('dialog')
  expect(within(again).getByRole('textbox', { name: /^What changed/ })).toHaveValue(summary)
  await user.click(within(again).getByRole('button', { name: 'Publish' }))
  await waitFor(async () => expect((await read(id)).state).toBe('published'))
  expect((await read(id)).body).toBe(`We keep it for ever. ${contact}`)
})

it('a draft on an older revision is compared with the newer one before it may start from there, summary kept', async () => {
  await post(`We keep it. ${contact}`)
  const { id } = await start(`We keep it for two years. ${contact}`)
  const { user, dialog } = await openPublish(id)
  await user.click(within(dialog).getByRole('textbox', { name: /^What changed/ }))
  await user.paste(summary)
  const newer = await post(`We keep it. Ask us. ${contact}`)
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    errorText('BASE_OUTDATED', { number: newer.number ?? 0 }),
  )
  await user.click(within(dialog).getByRole('button', { name: 'Compare with the latest revision' }))
  expect(await screen.findByText(/Ask us/)).toHaveProperty('tagName', 'DEL')
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()

  await user.click(screen.getByRole('button', { name: 'Start from revision 2, keeping this text' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Publish' })).toBeEnabled())
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  expect(
    within(await screen.findByRole('dialog')).getByRole('textbox', { name: /^What changed/ }),
  ).toHaveValue(summary)
  expect((await read(id)).baseRevisionId).toBe(newer.id)
})

it('publishing is offered only where the draft is compared with the revision posted last', async () => {
  await post('We keep it.')
  await post('We keep it. Ask us.')
  const { id } = await start('We keep it for two years.')
  const user = await open(`/revisions/${id}/compare`)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Publish' })).toBeEnabled())
  await user.click(await screen.findByRole('combobox', { name: 'Compared with' }))
  await user.click(await screen.findByRole('option', { name: /^Revision 1/ }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled())
  expect(screen.getByText('Compare with revision 2 to publish.')).toBeVisible()
})

it('a draft that says word for word what is in force cannot be published', async () => {
  await post('We keep it.')
  const { id } = await start('We keep it.')
  await open(`/revisions/${id}/compare`)
  expect(await screen.findByText(/The two texts are the same/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()
})

it.each(['customer_service', 'auditor'] as const)(
  '%s reads a draft and can neither write nor publish',
  async (role) => {
    const { id } = await start('One sentence.')
    await open(`/revisions/${id}`, role)
    expect(await screen.findByText('Another page')).toBeVisible()
    cleanup()
    await open(`/revisions/${id}/compare`, role)
    expect(await screen.findByText(/2 words added/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull()
  },
)
