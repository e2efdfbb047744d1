/** One password for all accounts of the demonstration, shown on its sign-in page; good for nothing else. */
export const demoPassword = 'steward-demo-2006'
