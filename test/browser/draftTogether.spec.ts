import type { Page } from '@playwright/test'
import { isSaved, openDraft, ownDraft, ownPolicy, textOf, typeAtEnd } from './support/drafts.ts'
import { expect, test } from './support/journey.ts'
import { nameOf } from './support/signIn.ts'

const began =
  '## What we keep\n\nWe keep what you order.\n\nAsk us by letter.\n\nWrite to privacy@shop.example.\n'
const summary = 'We now say in plain words what we keep of you.'

test('of two drafts from one revision the second takes in the first before it is published (T17)', async ({
  open,
}) => {
  const page = await open('manager')
  const { id: policyId } = await ownPolicy(page)
  await publish(page, (await ownDraft(page, policyId, began)).id)
  const a = await ownDraft(page, policyId)
  const b = await ownDraft(page, policyId)

  const officer = await open('compliance')
  await openDraft(officer, b.id)
  await replace(officer, 'We keep what you order.', 'We keep what you order for ten years.')
  await typeAtEnd(officer, '\nThis is the officer’s paragraph.\n')
  await isSaved(officer)

  await openDraft(page, a.id)
  await replace(page, 'We keep what you order.', 'We keep what you order and where it went.')
  await replace(page, 'Ask us by letter.', 'Ask us by letter or by telephone.')
  await publish(page, a.id)

  await page.goto(`/revisions/${b.id}/compare`)
  await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await page.getByRole('button', { name: 'Bring in revision 2' }).click()
  const three = page.getByRole('dialog', { name: 'Bring in revision 2' })
  for (const side of ['Revision 1', 'Revision 2', 'My draft']) {
    await expect(three.getByRole('heading', { name: side, exact: true })).toBeVisible()
  }
  await expect(three.getByRole('heading', { name: 'Taken over from: Revision 2' })).toBeVisible()
  await expect(three.getByRole('heading', { name: 'Taken over from: My draft' })).toBeVisible()
  await three.getByRole('radio', { name: 'Write it anew' }).check()
  const own = three.getByRole('textbox', { name: 'What is to stand here' })
  await own.fill('We keep what you order, and where it went, for ten years.')

  await page.reload()
  await page.getByRole('button', { name: 'Bring in revision 2' }).click()
  await expect(own, 'what was decided outlives the page').toHaveValue(/for ten years\.$/)
  await three.getByRole('button', { name: 'Save the merged text' }).click()
  await expect(page.getByText('This draft starts from revision 2 now.')).toBeVisible()
  await publish(page, b.id)
  await expect(page.getByRole('heading', { level: 1, name: 'Revision 3' })).toBeVisible()
  for (const words of [
    'We keep what you order, and where it went, for ten years.',
    'Ask us by letter or by telephone.',
    'This is the officer’s paragraph.',
  ]) {
    await expect(page.getByRole('main').getByText(words)).toBeVisible()
  }
})

test('two people in one draft see each other, and each one’s paragraph reaches the other', async ({
  open,
}) => {
  const one = await open('manager')
  const { id: policyId } = await ownPolicy(one)
  const { id } = await ownDraft(one, policyId, began)
  await openDraft(one, id)
  const other = await open('compliance')
  await openDraft(other, id)
  await expect(other.getByText(`${nameOf('manager')} has this draft open.`)).toBeVisible()

  await typeAtEnd(one, '\nA paragraph of hers.\n')
  await expect(other.getByText(`${nameOf('manager')} is editing this draft.`)).toBeVisible()
  await expect(textOf(other)).toHaveValue(/A paragraph of hers\./)
  await replace(other, 'Ask us by letter.', 'Ask us by telephone.')
  await expect(textOf(one)).toHaveValue(/by telephone.*A paragraph of hers/s)
  await expect(one.getByText(`${nameOf('compliance')} is editing this draft.`)).toBeVisible()

  await other.close()
  await expect(
    one.getByText(nameOf('compliance'), { exact: false }).and(one.getByRole('status')),
  ).toHaveCount(0)
  await one.getByRole('button', { name: 'Earlier versions' }).click()
  const versions = one.getByRole('dialog', { name: 'Earlier versions' })
  await versions
    .getByRole('button', { name: /.+/ })
    .filter({ hasText: nameOf('manager') })
    .last()
    .click()
  await versions.getByRole('button', { name: 'Bring this version back' }).click()
  await expect(textOf(one)).toHaveValue(began)
})

test('formatting goes by keys and by the bar, and the browser’s own undo takes it back', async ({ open }) => {
  const page = await open('compliance2')
  const manager = await open('manager')
  const { id: policyId } = await ownPolicy(manager)
  const { id } = await ownDraft(page, policyId, 'Words')
  await openDraft(page, id)
  const area = textOf(page)
  await area.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Control+b')
  await expect(area).toHaveValue('**Words**')
  await page.keyboard.press('Control+i')
  await expect(area).toHaveValue('***Words***')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(area).toHaveValue('Words')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('https://shop.example')
  await expect(area).toHaveValue('[Words](https://shop.example)')
  await expect(page.getByRole('dialog'), 'the palette stays closed').toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n\n- one\ntwo\n\nthree')
  await expect(area).toHaveValue('[Words](https://shop.example)\n\n- one\n- two\nthree')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('button', { name: 'Quote' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(area).toHaveValue(/\n> three$/)
  await expect(area).toBeFocused()
})

/** Puts other words in the place of some, by hand. */
async function replace(page: Page, words: string, others: string): Promise<void> {
  await textOf(page).evaluate((area, find) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the text is written in a textarea')
    const at = area.value.indexOf(find)
    area.focus()
    area.setSelectionRange(at, at + find.length)
  }, words)
  await page.keyboard.type(others)
  await expect(textOf(page)).toHaveValue(new RegExp(others.replaceAll('.', '\\.')))
}

async function publish(page: Page, id: string): Promise<void> {
  const compared = `/revisions/${id}/compare`
  if (new URL(page.url()).pathname === `/revisions/${id}`) {
    await page.getByRole('button', { name: 'Save and compare' }).click()
  } else if (new URL(page.url()).pathname !== compared) {
    await page.goto(compared)
  }
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish revision/ })
  await dialog.getByRole('textbox', { name: /^What changed/ }).fill(summary)
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Revision \d+$/ })).toBeVisible()
}
