// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
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

// A page that saves by itself tries again after a few seconds.
configure({ asyncUtilTimeout: 10_000 })

beforeAll(async () => {
  screens = await testScreens()
})
afterAll(() => screens.close())
afterEach(() => {
  cleanup()
  screens.answerInstead(null)
  localStorage.clear()
})
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

/** What a colleague saves while the page is open; the page itself saves nothing before. */
async function saveMeanwhile(id: string, changes: Partial<Revision>) {
  screens.answerInstead(null)
  const previousData = await read(id)
  await screens.dataProvider.update('revisions', { id, data: { ...previousData, ...changes }, previousData })
}
const holdSaves = () =>
  screens.answerInstead(({ method }) => (method === 'PUT' ? new Response('later', { status: 503 }) : null))

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
  screens.seen.length = 0
  await user.paste(' And another.')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await read(id)).version).toBe(2))
  const put = screens.seen.find(({ method }) => method === 'PUT')
  const sent: unknown = await put?.json()
  expect(sent).toMatchObject({ version: 1, body: 'One sentence. And another.' })
  expect(sent).not.toHaveProperty('changeSummary')
})

const textArea = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })

async function typeAtEnd(user: UserEvent, words: string) {
  const area = await textArea()
  await user.click(area)
  area.setSelectionRange(area.value.length, area.value.length)
  await user.paste(words)
}

/** As a person would; where the page was quicker, it has done the same. */
async function pressSave(user: UserEvent) {
  const button = screen.getByRole('button', { name: 'Save' })
  if (!button.hasAttribute('disabled')) await user.click(button)
}

it('what a colleague saved in another paragraph comes in by itself, and both are saved', async () => {
  const { id } = await start('One sentence.\n\nAnother.\n')
  const user = await open(`/revisions/${id}`)
  holdSaves()
  await typeAtEnd(user, '\nMine.\n')
  await saveMeanwhile(id, { body: 'One sentence. Theirs.\n\nAnother.\n', changeSummary: summary })
  await pressSave(user)
  const both = 'One sentence. Theirs.\n\nAnother.\n\nMine.\n'
  await waitFor(async () => expect(await read(id)).toMatchObject({ body: both, changeSummary: summary }))
  expect(await textArea()).toHaveValue('One sentence. Theirs.\n\nAnother.\n\nMine.\n')
})

it('when both wrote in one paragraph nobody’s words go: each is shown, and one decides', async () => {
  const { id } = await start('One sentence.\n\nAnother.\n')
  const user = await open(`/revisions/${id}`)
  const area = await textArea()
  holdSaves()
  await user.clear(area)
  await user.paste('One sentence, mine.\n\nAnother.\n')
  await saveMeanwhile(id, { body: 'One sentence, theirs.\n\nAnother.\n' })
  await pressSave(user)
  await user.click(await screen.findByRole('button', { name: 'Bring both texts together' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(', theirs')).toHaveProperty('tagName', 'INS')
  expect(within(dialog).getByText(', mine')).toHaveProperty('tagName', 'INS')
  const save = within(dialog).getByRole('button', { name: 'Save the merged text' })
  expect(save).toBeDisabled()
  await user.click(within(dialog).getByRole('radio', { name: 'Write it anew' }))
  const own = within(dialog).getByRole('textbox', { name: 'What is to stand here' })
  expect(own).toHaveValue('One sentence, theirs.\n\nOne sentence, mine.')
  await user.clear(own)
  await user.paste('One sentence, ours.')
  // Somebody saves again meanwhile, elsewhere in the text: nothing of all three is lost.
  await saveMeanwhile(id, { body: 'One sentence, theirs.\n\nAnother, and one more.\n' })
  await user.click(save)
  await waitFor(async () =>
    expect((await read(id)).body).toBe('One sentence, ours.\n\nAnother, and one more.\n'),
  )
})

it('what was decided in a merge is there again when the dialog is opened again', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  holdSaves()
  await typeAtEnd(user, ' Mine.')
  await saveMeanwhile(id, { body: 'One sentence. Theirs.' })
  await pressSave(user)
  await user.click(await screen.findByRole('button', { name: 'Bring both texts together' }))
  await user.click(await screen.findByRole('radio', { name: 'Both, one after the other' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Bring both texts together' }))
  expect(await screen.findByRole('radio', { name: 'Both, one after the other' })).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Save the merged text' }))
  await waitFor(async () =>
    expect((await read(id)).body).toBe('One sentence. Theirs.\n\nOne sentence. Mine.'),
  )
})

it('a draft is saved by itself a moment after typing pauses', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  await typeAtEnd(user, ' More.')
  expect(await screen.findByText('Not saved yet')).toBeVisible()
  await waitFor(async () => expect((await read(id)).body).toBe('One sentence. More.'), { timeout: 5000 })
  expect(await screen.findByText(/^Saved (\d|Jun)/)).toBeVisible()
  const put = screens.seen.findLast(({ method }) => method === 'PUT')
  await expect(put?.json()).resolves.toMatchObject({ autosave: true })
})

it('leaving saves the words first', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  await typeAtEnd(user, ' Mine.')
  await user.click(screen.getByRole('link', { name: 'Privacy' }))
  expect(await screen.findByText('Another page')).toBeVisible()
  expect((await read(id)).body).toBe('One sentence. Mine.')
})

const failing = (status: number) => (request: Request) =>
  request.method === 'PUT' ? new Response('gone', { status }) : null

it('leaving with words that cannot be saved asks, and they are offered when the draft is opened again', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  screens.answerInstead(failing(500))
  await typeAtEnd(user, ' Mine.')
  await user.click(screen.getByRole('link', { name: 'Privacy' }))
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await textArea()).toHaveValue('One sentence. Mine.')

  await user.click(screen.getByRole('link', { name: 'Privacy' }))
  await user.click(await screen.findByRole('button', { name: 'Leave' }))
  expect(await screen.findByText('Another page')).toBeVisible()
  cleanup()
  screens.answerInstead(null)
  await open(`/revisions/${id}`)
  expect(await textArea()).toHaveValue('One sentence.')
  await user.click(await screen.findByRole('button', { name: 'Take over' }))
  expect(await textArea()).toHaveValue('One sentence. Mine.')
  await waitFor(async () => expect((await read(id)).body).toBe('One sentence. Mine.'), { timeout: 5000 })
  await waitFor(() => expect(Object.keys(localStorage)).toEqual([]))
})

it('words left behind by one person are not shown to another one', async () => {
  const { id } = await start('One sentence.')
  const user = await open(`/revisions/${id}`)
  screens.answerInstead(failing(503))
  await typeAtEnd(user, ' Mine.')
  await waitFor(() => expect(Object.keys(localStorage)).toHaveLength(1))
  cleanup()
  screens.answerInstead(null)
  await open(`/revisions/${id}`, 'compliance')
  expect(await textArea()).toHaveValue('One sentence.')
  expect(screen.queryByText(/were not saved/)).toBeNull()
  cleanup()
  await screens.signIn('manager')
  await open(`/revisions/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Look' }))
  expect(await screen.findByText(/Mine/)).toHaveProperty('tagName', 'INS')
  await user.click(screen.getByRole('button', { name: 'Drop these words' }))
  await waitFor(() => expect(Object.keys(localStorage)).toEqual([]))
})

it('who else has the draft open is said to both', async () => {
  const { id } = await start('One sentence.')
  const desk = '01980000-0000-7000-8000-000000000009'
  await screens.signIn('compliance')
  await screens.dataProvider.act('revisions', {
    id,
    verb: 'attend',
    data: { desk, doing: 'typing' },
    idempotencyKey: newKey(),
  })
  await screens.signIn('manager')
  await open(`/revisions/${id}`)
  expect(await screen.findByText('Ana compliance is editing this draft.')).toBeVisible()
})

it('an earlier version is looked at beside the text as it is now, and comes back as a save of its own', async () => {
  const { id } = await start('One sentence.')
  await saveMeanwhile(id, { body: 'Another sentence.' })
  const user = await open(`/revisions/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Earlier versions' }))
  const dialog = await screen.findByRole('dialog', { name: 'Earlier versions' })
  expect(await within(dialog).findByText('One')).toHaveProperty('tagName', 'DEL')
  await user.click(within(dialog).getByRole('button', { name: 'Bring this version back' }))
  await waitFor(async () => expect(await read(id)).toMatchObject({ version: 3, body: 'One sentence.' }))
  expect(await textArea()).toHaveValue('One sentence.')
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

  await user.click(screen.getByRole('button', { name: 'Bring in revision 2' }))
  const three = await screen.findByRole('dialog', { name: 'Bring in revision 2' })
  for (const side of ['Revision 1', 'Revision 2', 'My draft']) {
    expect(within(three).getByRole('heading', { name: side })).toBeVisible()
  }
  await user.click(within(three).getByRole('radio', { name: 'Write it anew' }))
  const own = within(three).getByRole('textbox')
  await user.clear(own)
  await user.paste('We keep it for two years. Ask us.')
  await user.click(within(three).getByRole('button', { name: 'Save the merged text' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Publish' })).toBeEnabled())
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  expect(
    within(await screen.findByRole('dialog')).getByRole('textbox', { name: /^What changed/ }),
  ).toHaveValue(summary)
  expect(await read(id)).toMatchObject({
    baseRevisionId: newer.id,
    body: 'We keep it for two years. Ask us.',
  })
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
