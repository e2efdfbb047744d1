/** A sign that stands nowhere in the shop yet, so that a journey can be walked twice in one shop. */
export const unique = () =>
  `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`.toUpperCase()
