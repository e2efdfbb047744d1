import { afterAll } from 'vitest'

// Test files of one worker share a window: the next one finds it as the first did.
afterAll(() => {
  localStorage.clear()
  sessionStorage.clear()
  window.history.replaceState(null, '', '/')
  document.body.replaceChildren()
})
