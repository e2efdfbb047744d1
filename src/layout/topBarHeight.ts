/** What sticks to the top of the page sticks under the top bar. */
export const topBarHeight = 56
