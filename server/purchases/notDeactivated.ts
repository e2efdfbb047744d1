/** What a purchase in use has none of; its history keeps what was said when it was deactivated. */
export const notDeactivated = {
  deactivatedAt: null,
  deactivatedBy: null,
  deactivationReason: null,
  deactivationNote: null,
  activityFacts: null,
} as const
