import { page } from '../layout/page.ts'

export const settings = {
  name: 'settings',
  list: page(async () => (await import('./SettingsPage.tsx')).SettingsPage),
}
