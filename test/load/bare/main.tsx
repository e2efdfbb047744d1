import simpleRest from 'ra-data-simple-rest'
import { Admin, Datagrid, DateField, List, Resource, TextField } from 'react-admin'
import { createRoot } from 'react-dom/client'

/** The columns of our list, and of react-admin only what it takes to show them. */
const Customers = () => (
  <List perPage={25} sort={{ field: 'lastName', order: 'ASC' }} exporter={false}>
    <Datagrid bulkActionButtons={false}>
      <TextField source="name" sortBy="lastName" />
      <TextField source="reference" />
      <TextField source="email" sortable={false} />
      <TextField source="phone" sortable={false} />
      <TextField source="city" sortable={false} />
      <TextField source="status" sortable={false} />
      <DateField source="lastOrderAt" />
    </Datagrid>
  </List>
)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')

createRoot(root).render(
  <Admin dataProvider={simpleRest('/api')} disableTelemetry>
    <Resource name="customers" list={Customers} />
  </Admin>,
)
