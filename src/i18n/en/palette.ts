/** What finds a record, goes to a page or does an act from anywhere. */
export const palette = {
  title: 'Find or do something',
  placeholder: 'Name, reference, page or act',
  list: 'What fits',
  close: 'Close',
  acts: 'Do here',
  recent: 'Seen in this visit',
  pages: 'Go to',
  search: 'Search',
  search_all: 'Show every match of “%{term}” in its list',
  searching: 'Searching …',
  nothing: 'No record fits. Try fewer letters, or a reference.',
  count: '%{smart_count} line |||| %{smart_count} lines',
}
