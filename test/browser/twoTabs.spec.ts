import { goTo } from './support/goTo.ts'
import { expect, test } from './support/journey.ts'
import { first, records } from './support/records.ts'

test('who deactivates a purchase that another tab deactivated is told who did, and what to do next', async ({
  open,
}) => {
  const one = await open('service')
  const cancelled = { activation: 'active', orderStatus: 'cancelled', openMatter: 'none' }
  const { id, reference } = first(await records(one, 'purchases', cancelled), 'cancelled purchase')
  const other = await one.context().newPage()
  await other.goto(`/purchases/${id}/show`)
  await expect(other.getByRole('button', { name: 'Deactivate purchase' })).toBeEnabled()

  await goTo(one, `/purchases/${id}/show`)
  await one.getByRole('button', { name: 'Deactivate purchase' }).click()
  await one.getByRole('radio', { name: 'A test order' }).check()
  await one.getByRole('dialog').getByRole('button', { name: 'Deactivate purchase' }).click()
  await expect(one.getByText(`Purchase ${reference} is deactivated.`)).toBeVisible()

  await other.getByRole('button', { name: 'Deactivate purchase' }).click()
  const dialog = other.getByRole('dialog', { name: `Deactivate purchase ${reference}` })
  const note = dialog.getByRole('textbox', { name: 'Note' })
  await dialog.getByRole('radio', { name: 'Recorded twice' }).check()
  await note.fill('The same order stands under another number.')
  await dialog.getByRole('button', { name: 'Deactivate purchase' }).click()
  await expect(dialog.getByRole('alert')).toContainText(
    /Sofia Marin changed this on .+ compare and save again\./,
  )
  await expect(note).toHaveValue('The same order stands under another number.')

  await dialog.getByRole('button', { name: 'Look at it as it is now' }).click()
  await expect(dialog).toBeHidden()
  await expect(other.getByRole('button', { name: 'Reactivate purchase' })).toBeVisible()
  await expect(other.getByRole('region', { name: 'Activation' })).toContainText('A test order')
})
