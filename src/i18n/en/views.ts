/** Lists that are kept under a name. */
export const views = {
  resource: {
    name: 'View |||| Views',
    fields: { name: 'Name', filter: 'Filters', sort: 'Order', columns: 'Columns', shared: 'Shared' },
  },
  texts: {
    saving: {
      title: 'Save the list as a view',
      says: 'Keeps the filters, the order and the columns as they are now.',
      do: 'Save view',
      done: '“%{name}” is saved.',
    },
    renaming: {
      title: 'Rename “%{name}”',
      says: 'Who shares the view sees the new name too.',
      do: 'Rename',
      done: 'The view is called “%{name}” now.',
    },
  },
  acts: {
    retire: {
      name: 'Retire view',
      title: 'Retire “%{name}”',
      says: 'It goes from the tabs of everybody who has it. The records in it stay as they are.',
      done: '“%{name}” is retired.',
    },
  },
  said: { share: 'shared the view', unshare: 'took the view back from the team' },
}
