/** Shortcuts, and the sheet that lists them. */
export const keyboard = {
  title: 'Keyboard shortcuts',
  sheet: 'Show the shortcuts of this page',
  search: 'Go to the search',
  palette: 'Find or do something',
  next_row: 'Next row',
  previous_row: 'Previous row',
  select_row: 'Select the row, or let go of it',
  close: 'Close',
  single_keys: 'Single keys are shortcuts',
  single_keys_help:
    'Switch this off if you speak your input or touch keys by accident. This browser remembers it.',
  off: 'switched off',
  groups: { everywhere: 'On every page', list: 'In a list', record: 'On this page' },
  caps: { ctrl: 'Ctrl', meta: 'Cmd' },
}
