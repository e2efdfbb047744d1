/** The filter of purchases that the activity rule suggests for deactivation; how many quiet days it takes is a setting. */
export const suggested = { activation: 'active', suggested: true } as const
