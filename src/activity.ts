const touching = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const
const quietAfter = 10_000

let touchedAt = Date.now()

/** Notices the person's hands, so that what the page fetches by itself does not keep a session alive. */
export function watchActivity(target: EventTarget) {
  const touched = () => {
    touchedAt = Date.now()
  }
  for (const type of touching) target.addEventListener(type, touched, { capture: true, passive: true })
}

export const isUntouched = () => Date.now() - touchedAt > quietAfter
