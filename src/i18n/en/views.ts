/** Lists that are kept under a name. */
export const views = {
  resource: {
    name: 'View |||| Views',
    fields: { name: 'Name', filter: 'Filters', sort: 'Order', columns: 'Columns', shared: 'Shared' },
  },
  said: { share: 'shared the view', unshare: 'took the view back from the team' },
}
