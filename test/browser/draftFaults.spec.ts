import type { Page } from '@playwright/test'
import { isSaved, openDraft, ownDraft, ownPolicy, textOf, typeAtEnd } from './support/drafts.ts'
import { expect, test } from './support/journey.ts'
import { password } from './support/signIn.ts'

const began = '## What we keep\n\nWe keep what you order.\n'

test('whatever happens to whoever writes a draft, every word typed is back', async ({ open }) => {
  // Six faults in one go: longer than the other journeys.
  test.setTimeout(120_000)
  const page = await open('manager')
  const { id: policyId } = await ownPolicy(page)
  const { id } = await ownDraft(page, policyId, began)
  await openDraft(page, id)
  let text = began
  const typed = async (words: string) => {
    await typeAtEnd(page, words)
    text += words
    await expect(textOf(page)).toHaveValue(text)
  }
  const isKept = async (there = page) => {
    await isSaved(there)
    await there.reload()
    await expect(textOf(there)).toHaveValue(text)
    await expect(there.getByText(/were not saved/)).toHaveCount(0)
  }

  await test.step('the session ends', async () => {
    await page.context().clearCookies()
    await typed('One, typed when the session was over. ')
    await expect(page.getByText('Not saved: your session is over.').first()).toBeVisible()
    await expect(textOf(page), 'nobody is interrupted in the middle of a word').toBeFocused()
    await page.getByRole('button', { name: 'Sign in and save' }).click()
    const over = page.getByRole('dialog', { name: 'Your session is over' })
    await over.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await isKept()
  })

  await test.step('the line is down', async () => {
    await page.context().setOffline(true)
    await typed('Two, typed without a connection. ')
    await expect(page.getByText(/^Not saved: the server cannot be reached/).first()).toBeVisible()
    await page.context().setOffline(false)
    await isKept()
  })

  await test.step('the server has a fault', async () => {
    await refuseSaves(page, (route) => route.fulfill({ status: 500, body: 'a proxy’s own page' }))
    await typed('Three, typed while the server stumbled. ')
    await expect(page.getByText(/^Not saved: the server had a fault/).first()).toBeVisible()
    await expect(page.getByRole('alert'), 'said once').toHaveCount(0)
    await page.unroute(saves)
    await isKept()
  })

  await test.step('the page is loaded anew', async () => {
    await typed('Four, typed right before a reload. ')
    await page.reload()
    await expect(textOf(page)).toHaveValue(text)
    await isKept()
  })

  const second = await page.context().newPage()
  await test.step('the tab is closed', async () => {
    // What the browser sends on behalf of a closed tab is refused too: the words are in the browser alone.
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await typed('Five, typed before the tab was closed. ')
    await expect(page.getByText('Not saved: your session is over.').first()).toBeVisible()
    await page.close()
    await second.context().addCookies(cookies)
    await second.goto(`/revisions/${id}`)
    await expect(textOf(second)).toBeVisible()
    await expect(textOf(second)).not.toHaveValue(text)
    await second.getByRole('button', { name: 'Look' }).click()
    await expect(second.getByRole('dialog').getByRole('region', { name: /^Comparison/ })).toContainText(
      'Five',
    )
    await second.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
    await expect(textOf(second)).toHaveValue(text)
    await isKept(second)
  })

  await test.step('a colleague saves first', async () => {
    const colleague = await open('compliance')
    await openDraft(colleague, id)
    await refuseSaves(second, (route) => route.abort())
    await typeAtEnd(second, 'Six, typed at the same time.')
    await typeAtEnd(colleague, 'Six by a colleague.')
    await isSaved(colleague)
    await second.unroute(saves)
    await second.getByRole('button', { name: 'Bring both texts together' }).click()
    await second.getByRole('radio', { name: 'Both, one after the other' }).check()
    await second.getByRole('button', { name: 'Save the merged text' }).click()
    await isSaved(second)
    text = `${text.trimEnd()} Six by a colleague.\n\n${lastParagraph(text)} Six, typed at the same time.`
    await expect(textOf(second)).toHaveValue(text)
    await second.reload()
    await expect(textOf(second)).toHaveValue(text)
    await expect(textOf(colleague), 'who only reads sees it come in').toHaveValue(text)
  })
})

const saves = /\/api\/revisions\/[0-9a-f-]{36}$/
type Answer = Parameters<Page['route']>[1]

const refuseSaves = (page: Page, answer: Answer) =>
  page.route(saves, (route, request) =>
    request.method() === 'PUT' ? answer(route, request) : route.fallback(),
  )

const lastParagraph = (text: string) => text.trimEnd().split('\n\n').at(-1) ?? ''
