// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { useEarlyKeys } from '../src/palette/useEarlyKeys.ts'

afterEach(cleanup)

function Page({ isWaiting }: { isWaiting: boolean }) {
  const early = useEarlyKeys(isWaiting)
  return (
    <>
      <input aria-label="Behind" />
      {!isWaiting && <output>{early.current}</output>}
    </>
  )
}

it('what is typed while the palette is still on its way goes into the palette and not into the page behind it', async () => {
  const { rerender } = render(<Page isWaiting />)
  const user = userEvent.setup()
  screen.getByLabelText('Behind').focus()
  await user.keyboard('78{Enter}94')
  expect(screen.getByLabelText('Behind')).toHaveValue('')
  rerender(<Page isWaiting={false} />)
  expect(screen.getByRole('status')).toHaveTextContent('7894')
  await user.keyboard('x')
  expect(screen.getByLabelText('Behind')).toHaveValue('x')
})
