/** A request that carries this header with the value `true` was made by the page itself and is no activity. */
export const backgroundHeader = 'X-Steward-Background'
